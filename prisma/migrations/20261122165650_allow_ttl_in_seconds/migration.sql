-- Programs may ask for any whole number of seconds. One unit more is allowed, so every row there is keeps the rule. Code
-- deployed before writes what it wrote, but takes a length in seconds for none when it regenerates such a token: do not
-- let it run beside this release, see docs/operations.md. A number of whole minutes stays in the unit it has always had, or one
-- length could be kept in two ways.
ALTER TABLE "api_token"
    DROP CONSTRAINT "api_token_ttl_unit_check",
    ADD CONSTRAINT "api_token_ttl_unit_check" CHECK (ttl_unit IN ('seconds', 'minutes', 'hours', 'days', 'months')),
    ADD CONSTRAINT "api_token_ttl_seconds_check" CHECK (ttl_unit <> 'seconds' OR (ttl_value > 60 AND ttl_value % 60 <> 0));
