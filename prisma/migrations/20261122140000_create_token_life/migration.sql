-- CreateTable
CREATE TABLE "token_life" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "max_violation" TEXT,
    "max_violation_since" TIMESTAMPTZ(3),
    "idle_violation_since" TIMESTAMPTZ(3),

    CONSTRAINT "token_life_pkey" PRIMARY KEY ("org_id","id")
);

-- What follows is written by hand: Prisma's schema language has no CHECK and no expression of an index.

-- What code deployed before still writes to api_token, a token without a row here included, is brought here by the daily
-- validation, see lib/tokens/commands/mend-lives.ts; the columns that moved stay until the release after this one.
INSERT INTO "token_life"
SELECT org_id, id, user_id, created_at, issued_at, expires_at, revoked_at, last_used_at, max_violation, max_violation_since, idle_violation_since
  FROM "api_token" ORDER BY org_id, id;

ALTER TABLE "token_life"
    ADD CONSTRAINT "token_life_max_violation_check" CHECK (max_violation IN ('max_ttl_exceeded', 'never_expires')),
    ADD CONSTRAINT "token_life_max_violation_since_check" CHECK ((max_violation IS NULL) = (max_violation_since IS NULL));

-- AddForeignKey
ALTER TABLE "token_life" ADD CONSTRAINT "token_life_org_id_id_fkey" FOREIGN KEY ("org_id", "id") REFERENCES "api_token"("org_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- The orders and filters that follow use and violations, as they were in api_token. Every use and every flag writes to
-- each of these, so there are no more.
CREATE INDEX "token_life_last_used_order_idx" ON "token_life" (org_id, (coalesce(last_used_at, '-infinity'::timestamptz)), id)
    INCLUDE (issued_at, expires_at, last_used_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;
CREATE INDEX "token_life_violation_order_idx" ON "token_life" (org_id, (coalesce(LEAST(max_violation_since, idle_violation_since), 'infinity'::timestamptz)), id)
    INCLUDE (issued_at, expires_at, last_used_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;
CREATE INDEX "token_life_violating_created_idx" ON "token_life" (org_id, created_at, id)
    INCLUDE (issued_at, expires_at, last_used_at, max_violation_since, idle_violation_since)
    WHERE revoked_at IS NULL AND (max_violation_since IS NOT NULL OR idle_violation_since IS NOT NULL);
CREATE INDEX "token_life_revoked_last_used_order_idx" ON "token_life" (org_id, (coalesce(last_used_at, '-infinity'::timestamptz)), id) WHERE revoked_at IS NOT NULL;
CREATE INDEX "token_life_revoked_violation_order_idx" ON "token_life" (org_id, (coalesce(LEAST(max_violation_since, idle_violation_since), 'infinity'::timestamptz)), id) WHERE revoked_at IS NOT NULL;

DROP INDEX "api_token_last_used_order_idx", "api_token_violation_order_idx", "api_token_violating_created_idx", "api_token_unused_idx",
    "api_token_revoked_last_used_order_idx", "api_token_revoked_violation_order_idx";

-- The other orders hold what is left of the filters, and who has the token and what it may: few write here any more.
DROP INDEX "api_token_created_order_idx", "api_token_name_order_idx", "api_token_user_order_idx", "api_token_status_order_idx",
    "api_token_scopes_order_idx", "api_token_expires_order_idx";
CREATE INDEX "api_token_created_order_idx" ON "api_token" (org_id, created_at, id)
    INCLUDE (expires_at, deactivated_at, user_id, all_roles, org_roles, service_roles) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_name_order_idx" ON "api_token" (org_id, (name COLLATE "und-x-icu"), id)
    INCLUDE (expires_at, deactivated_at, user_id, all_roles, org_roles, service_roles) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_user_order_idx" ON "api_token" (org_id, (user_name COLLATE "und-x-icu"), id)
    INCLUDE (expires_at, deactivated_at, user_id, all_roles, org_roles, service_roles) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_status_order_idx" ON "api_token" (org_id, (coalesce(deactivated_at, '-infinity'::timestamptz)), id)
    INCLUDE (expires_at, deactivated_at, user_id, all_roles, org_roles, service_roles) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_scopes_order_idx" ON "api_token" (org_id, org_roles, id)
    INCLUDE (expires_at, deactivated_at, user_id, all_roles, service_roles) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_expires_order_idx" ON "api_token" (org_id, (coalesce(expires_at, 'infinity'::timestamptz)), id)
    INCLUDE (expires_at, deactivated_at, user_id, all_roles, org_roles, service_roles) WHERE revoked_at IS NULL;
