-- What the search looks through, as it is: to turn whatever parts words into spaces took five times as long as all else
-- that a row costs, and trigrams take every such character for a parting anyway. Of revoked tokens, too, or it would be
-- of no use where a token is asked for by what is known of its life. Code deployed before searches without an index from
-- then on: the same is found, among many tokens too late to be shown.
CREATE INDEX "api_token_words_idx" ON "api_token"
    USING gin ((lower(' ' || name || ' ' || last_four || ' ' || user_name || ' ' || user_email)) gin_trgm_ops);

-- How many tokens a search finds, see the migration add_search_statistics.
CREATE STATISTICS "api_token_words" ON (lower(' ' || name || ' ' || last_four || ' ' || user_name || ' ' || user_email)) FROM "api_token";
ANALYZE "api_token";
DROP STATISTICS "api_token_searched";
DROP INDEX "api_token_search_idx";
