-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "expiry_mailed_at" TIMESTAMPTZ(3),
ADD COLUMN     "user_email" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "user_name" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "validation_run" ADD COLUMN     "counts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "policy_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "position" UUID,
ADD COLUMN     "seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "total" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "governance_day" (
    "org_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tokens" INTEGER NOT NULL DEFAULT 0,
    "live" INTEGER NOT NULL,
    "violating" INTEGER NOT NULL,
    "max_violating" INTEGER NOT NULL,
    "idle_violating" INTEGER NOT NULL,
    "deactivated" INTEGER NOT NULL,
    "expiring_soon" INTEGER NOT NULL,
    "unused" INTEGER NOT NULL,
    "never_used" INTEGER NOT NULL,
    "never_expires" INTEGER NOT NULL,

    CONSTRAINT "governance_day_pkey" PRIMARY KEY ("org_id","day")
);

-- CreateTable
CREATE TABLE "bulk_change" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "failures" JSONB NOT NULL DEFAULT '[]',
    "failed" INTEGER NOT NULL DEFAULT 0,
    "position" UUID,
    "seen_at" TIMESTAMPTZ(3),
    "expired" INTEGER NOT NULL DEFAULT 0,
    "ip" TEXT,
    "user_agent" TEXT,
    "request_id" UUID,

    CONSTRAINT "bulk_change_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE INDEX "bulk_change_org_id_started_at_idx" ON "bulk_change"("org_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_org_id_type_at_id_idx" ON "audit_event"("org_id", "type", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_org_id_actor_user_id_at_id_idx" ON "audit_event"("org_id", "actor_user_id", "at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "governance_day" ADD CONSTRAINT "governance_day_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bulk_change" ADD CONSTRAINT "bulk_change_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What follows is written by hand: Prisma's schema language has no CHECK, no expression and no condition of an index.

-- The application keeps both from now on.
UPDATE "api_token" SET user_name = u.first_name || ' ' || u.last_name, user_email = u.email
  FROM "user_account" u WHERE u.id = "api_token".user_id;

-- Finds any part of a text. Trusted: the owner of a database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- One index for each order of the organization's list: a page is read where it begins, however deep. The order of
-- names is the same in every language and on every machine. An instant that there is not stands at one end. Each holds
-- what most filters look at, so that the tokens that a filter leaves out are passed over without being read.
CREATE INDEX "api_token_created_order_idx" ON "api_token" (org_id, created_at, id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since, user_id, all_roles, org_roles, service_roles) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_name_order_idx" ON "api_token" (org_id, (name COLLATE "und-x-icu"), id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_user_order_idx" ON "api_token" (org_id, (user_name COLLATE "und-x-icu"), id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_status_order_idx" ON "api_token" (org_id, (coalesce(deactivated_at, '-infinity'::timestamptz)), id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_scopes_order_idx" ON "api_token" (org_id, org_roles, id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_expires_order_idx" ON "api_token" (org_id, (coalesce(expires_at, 'infinity'::timestamptz)), id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_last_used_order_idx" ON "api_token" (org_id, (coalesce(last_used_at, '-infinity'::timestamptz)), id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;
CREATE INDEX "api_token_violation_order_idx" ON "api_token" (org_id, (coalesce(LEAST(max_violation_since, idle_violation_since), 'infinity'::timestamptz)), id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;

-- Revoked tokens are looked at for themselves, in the same orders.
CREATE INDEX "api_token_revoked_created_order_idx" ON "api_token" (org_id, created_at, id) WHERE revoked_at IS NOT NULL;
CREATE INDEX "api_token_revoked_name_order_idx" ON "api_token" (org_id, (name COLLATE "und-x-icu"), id) WHERE revoked_at IS NOT NULL;
CREATE INDEX "api_token_revoked_user_order_idx" ON "api_token" (org_id, (user_name COLLATE "und-x-icu"), id) WHERE revoked_at IS NOT NULL;
CREATE INDEX "api_token_revoked_status_order_idx" ON "api_token" (org_id, (coalesce(deactivated_at, '-infinity'::timestamptz)), id) WHERE revoked_at IS NOT NULL;
CREATE INDEX "api_token_revoked_scopes_order_idx" ON "api_token" (org_id, org_roles, id) WHERE revoked_at IS NOT NULL;
CREATE INDEX "api_token_revoked_expires_order_idx" ON "api_token" (org_id, (coalesce(expires_at, 'infinity'::timestamptz)), id) WHERE revoked_at IS NOT NULL;
CREATE INDEX "api_token_revoked_last_used_order_idx" ON "api_token" (org_id, (coalesce(last_used_at, '-infinity'::timestamptz)), id) WHERE revoked_at IS NOT NULL;
CREATE INDEX "api_token_revoked_violation_order_idx" ON "api_token" (org_id, (coalesce(LEAST(max_violation_since, idle_violation_since), 'infinity'::timestamptz)), id) WHERE revoked_at IS NOT NULL;

-- What violates a policy is few and looked at most, newest first.
CREATE INDEX "api_token_violating_created_idx" ON "api_token" (org_id, created_at, id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since)
    WHERE revoked_at IS NULL AND (max_violation_since IS NOT NULL OR idle_violation_since IS NOT NULL);

-- Unused since: the later of issue and last use.
CREATE INDEX "api_token_unused_idx" ON "api_token" (org_id, (GREATEST(issued_at, last_used_at)), id)
    INCLUDE (issued_at, expires_at, last_used_at, deactivated_at, max_violation_since, idle_violation_since) WHERE revoked_at IS NULL;

-- Who holds a role that few hold.
CREATE INDEX "api_token_roles_idx" ON "api_token" USING gin (org_roles, service_roles) WHERE revoked_at IS NULL;

-- What the search looks through: words, each after a space, whatever parts them in a name or an address.
CREATE INDEX "api_token_search_idx" ON "api_token"
    USING gin ((lower(translate(' ' || name || ' ' || last_four || ' ' || user_name || ' ' || user_email, '-_.+@:&''`', '         '))) gin_trgm_ops) WHERE revoked_at IS NULL;

-- Who is still to be told that a token is about to expire, or has. Of all organizations: one round looks for all.
CREATE INDEX "api_token_reminder_idx" ON "api_token" (expires_at) WHERE reminder_days IS NOT NULL AND expiry_mailed_at IS NULL AND revoked_at IS NULL;

-- Mails that still have to go out, for where no worker waits for them. Few, among all that ever were.
CREATE INDEX "outbox_mail_due_idx" ON "outbox_mail" (attempts, created_at) WHERE sent_at IS NULL AND dropped_at IS NULL;

-- What failed, newest first: there is little of it, and much to read past without this.
CREATE INDEX "audit_event_failure_idx" ON "audit_event" (org_id, at DESC, id DESC) WHERE result = 'failure';

-- A run that was open before could not be told from one that was cut off.
UPDATE "validation_run" SET outcome = CASE WHEN ended_at IS NULL THEN 'failed' ELSE 'completed' END, ended_at = coalesce(ended_at, started_at);
ALTER TABLE "validation_run"
    ADD CONSTRAINT "validation_run_outcome_check" CHECK (outcome IN ('completed', 'superseded', 'failed') AND (outcome IS NULL) = (ended_at IS NULL) OR outcome IS NULL AND ended_at IS NULL),
    ADD CONSTRAINT "validation_run_total_check" CHECK (total >= 0),
    ADD CONSTRAINT "validation_run_json_check" CHECK (jsonb_typeof(counts) = 'object');

-- One open run, one open change at a time: whoever comes second joins it or waits.
CREATE UNIQUE INDEX "validation_run_open_key" ON "validation_run" (org_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX "bulk_change_open_key" ON "bulk_change" (org_id) WHERE ended_at IS NULL;

ALTER TABLE "governance_day"
    ADD CONSTRAINT "governance_day_counts_check" CHECK (LEAST(tokens, live, violating, max_violating, idle_violating, deactivated, expiring_soon, unused, never_used, never_expires) >= 0);

ALTER TABLE "bulk_change"
    ADD CONSTRAINT "bulk_change_kind_check" CHECK (kind IN ('deactivate', 'activate')),
    ADD CONSTRAINT "bulk_change_reason_check" CHECK ((kind = 'deactivate') = (reason IS NOT NULL) AND reason IN ('key_compromise', 'policy_violation', 'guideline_breach', 'suspicious_use', 'user_left', 'no_longer_needed', 'other')),
    ADD CONSTRAINT "bulk_change_note_check" CHECK (char_length(note) <= 500),
    ADD CONSTRAINT "bulk_change_counts_check" CHECK (LEAST(total, changed, unchanged, failed, expired) >= 0),
    ADD CONSTRAINT "bulk_change_json_check" CHECK (jsonb_typeof(filter) = 'object' AND jsonb_typeof(failures) = 'array'),
    ADD CONSTRAINT "bulk_change_ended_at_check" CHECK (ended_at >= started_at);
