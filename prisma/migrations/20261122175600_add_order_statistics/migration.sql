-- How the orders and filters of the list are spread. PostgreSQL does not ask the indexes that have them, since those are
-- of what is not revoked alone, and would take one token in two hundred for whatever is asked.
CREATE STATISTICS "api_token_expires" ON (coalesce(expires_at, 'infinity'::timestamptz)) FROM "api_token";
CREATE STATISTICS "api_token_deactivated" ON (coalesce(deactivated_at, '-infinity'::timestamptz)) FROM "api_token";
CREATE STATISTICS "token_life_expires" ON (coalesce(expires_at, 'infinity'::timestamptz)) FROM "token_life";
CREATE STATISTICS "token_life_last_used" ON (coalesce(last_used_at, '-infinity'::timestamptz)) FROM "token_life";
CREATE STATISTICS "token_life_violating" ON (coalesce(LEAST(max_violation_since, idle_violation_since), 'infinity'::timestamptz)) FROM "token_life";
CREATE STATISTICS "token_life_unused" ON (GREATEST(issued_at, last_used_at)) FROM "token_life";

-- What these two find is sorted by when it was created, too: without it in them, every token found has to be read for that.
-- The old ones go last: from then on to the end nobody can read the table.
CREATE INDEX "api_token_status_order_created_idx" ON "api_token" (org_id, (coalesce(deactivated_at, '-infinity'::timestamptz)), id)
    INCLUDE (created_at, expires_at, deactivated_at, user_id, all_roles, org_roles, service_roles) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_expires_order_created_idx" ON "api_token" (org_id, (coalesce(expires_at, 'infinity'::timestamptz)), id)
    INCLUDE (created_at, expires_at, deactivated_at, user_id, all_roles, org_roles, service_roles) WHERE revoked_at IS NULL;
ANALYZE "api_token", "token_life";
DROP INDEX "api_token_status_order_idx", "api_token_expires_order_idx";
ALTER INDEX "api_token_status_order_created_idx" RENAME TO "api_token_status_order_idx";
ALTER INDEX "api_token_expires_order_created_idx" RENAME TO "api_token_expires_order_idx";
