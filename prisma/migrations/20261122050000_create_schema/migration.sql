-- The whole data model at once. Tables, indexes and foreign keys as Prisma's schema engine writes them from
-- prisma/schema.prisma; the invariants that its language cannot express follow at the end.

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified_at" TIMESTAMPTZ(3),
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'active',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT,
    "theme" TEXT NOT NULL DEFAULT 'system',
    "security_notices" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "active_org_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "iga_activated_at" TIMESTAMPTZ(3),
    "mfa_enforced_at" TIMESTAMPTZ(3),

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "roles" TEXT[],
    "service_roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("org_id","user_id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_role" (
    "service_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,

    CONSTRAINT "service_role_pkey" PRIMARY KEY ("service_id","name")
);

-- CreateTable
CREATE TABLE "api_token" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "digest" BYTEA NOT NULL,
    "digest_key_version" INTEGER NOT NULL,
    "last_four" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "ttl_value" INTEGER,
    "ttl_unit" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "reminder_days" INTEGER,
    "reminded_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "all_roles" BOOLEAN NOT NULL DEFAULT false,
    "org_roles" TEXT[],
    "service_roles" TEXT[],
    "open_id" BOOLEAN NOT NULL DEFAULT false,
    "deactivated_at" TIMESTAMPTZ(3),
    "deactivated_by" UUID,
    "deactivation_reason" TEXT,
    "deactivation_note" TEXT,
    "max_violation" TEXT,
    "max_violation_since" TIMESTAMPTZ(3),
    "idle_violation_since" TIMESTAMPTZ(3),
    "idempotency_key" UUID NOT NULL,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "token_policy" (
    "org_id" UUID NOT NULL,
    "idle_enabled" BOOLEAN NOT NULL DEFAULT false,
    "idle_ttl_value" INTEGER,
    "idle_ttl_unit" TEXT,
    "max_enabled" BOOLEAN NOT NULL DEFAULT false,
    "max_ttl_value" INTEGER,
    "max_ttl_unit" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "token_policy_pkey" PRIMARY KEY ("org_id")
);

-- CreateTable
CREATE TABLE "failure_counter" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "failure_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "exchange_failure" (
    "org_id" UUID NOT NULL,
    "token_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "summarized_at" TIMESTAMPTZ(3),

    CONSTRAINT "exchange_failure_pkey" PRIMARY KEY ("org_id","token_id","cause","minute")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor_user_id" UUID,
    "token_id" UUID,
    "ip" TEXT,
    "user_agent" TEXT,
    "request_id" UUID,
    "result" TEXT NOT NULL,
    "cause" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "installation_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor_user_id" UUID,
    "ip" TEXT,
    "user_agent" TEXT,
    "request_id" UUID,
    "result" TEXT NOT NULL,
    "cause" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "installation_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT NOT NULL,
    "alg" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "encrypted_private" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "active_from" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "validation_run" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "trigger" TEXT NOT NULL,
    "started_by" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "scanned" INTEGER NOT NULL DEFAULT 0,
    "newly_violating" INTEGER NOT NULL DEFAULT 0,
    "newly_compliant" INTEGER NOT NULL DEFAULT 0,
    "errors" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "validation_run_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "session_user_id_created_at_idx" ON "session"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "api_token_org_id_user_id_created_at_id_idx" ON "api_token"("org_id", "user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_org_id_digest_key" ON "api_token"("org_id", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_org_id_user_id_idempotency_key_key" ON "api_token"("org_id", "user_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "failure_counter_expire_idx" ON "failure_counter"("expire");

-- CreateIndex
CREATE INDEX "audit_event_org_id_at_id_idx" ON "audit_event"("org_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_org_id_token_id_at_idx" ON "audit_event"("org_id", "token_id", "at" DESC);

-- CreateIndex
CREATE INDEX "installation_event_at_id_idx" ON "installation_event"("at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_org_id_cause_key" ON "outbox_mail"("org_id", "cause");

-- CreateIndex
CREATE INDEX "validation_run_org_id_started_at_idx" ON "validation_run"("org_id", "started_at" DESC);

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "service_role" ADD CONSTRAINT "service_role_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "token_policy" ADD CONSTRAINT "token_policy_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exchange_failure" ADD CONSTRAINT "exchange_failure_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "validation_run" ADD CONSTRAINT "validation_run_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Prisma's lists have no NULL: an absent list is an empty one, and `<@` on NULL would let anything pass below.
ALTER TABLE "membership" ALTER COLUMN "roles" SET NOT NULL, ALTER COLUMN "service_roles" SET NOT NULL;
ALTER TABLE "api_token" ALTER COLUMN "org_roles" SET NOT NULL, ALTER COLUMN "service_roles" SET NOT NULL;

-- What follows is written by hand: Prisma's schema language has no CHECK. Closed sets are text with a CHECK rather
-- than enums, because Prisma reads an enum back with a cast in RETURNING, which Citus refuses.

-- People are looked up by address, so there is one spelling of it.
ALTER TABLE "user_account"
    ADD CONSTRAINT "user_account_email_check" CHECK (email = lower(email) AND email ~ '^[^[:space:]@]+@[^[:space:]@]+$' AND char_length(email) <= 254),
    ADD CONSTRAINT "user_account_state_check" CHECK (state IN ('active', 'suspended')),
    ADD CONSTRAINT "user_account_locale_check" CHECK (locale IN ('en', 'de', 'it')),
    ADD CONSTRAINT "user_account_theme_check" CHECK (theme IN ('system', 'light', 'dark')),
    ADD CONSTRAINT "user_account_password_check" CHECK (password_hash LIKE '$argon2id$%');

ALTER TABLE "session"
    ADD CONSTRAINT "session_ended_check" CHECK ((ended_at IS NULL) = (ended_reason IS NULL)),
    ADD CONSTRAINT "session_ended_reason_check" CHECK (ended_reason IN ('sign_out', 'ended_by_user', 'password_change', 'user_suspended')),
    ADD CONSTRAINT "session_expires_at_check" CHECK (expires_at > created_at);

ALTER TABLE "organization"
    ADD CONSTRAINT "organization_name_check" CHECK (name <> '');

-- A CHECK cannot look into an array element by element, but it can match the whole of it as text.
ALTER TABLE "membership"
    ADD CONSTRAINT "membership_status_check" CHECK (status IN ('active', 'suspended', 'removed')),
    ADD CONSTRAINT "membership_roles_check" CHECK (roles <@ ARRAY['org_owner', 'org_admin', 'org_member', 'developer', 'support_user', 'billing_read_only', 'access_log_auditor', 'software_installer']),
    ADD CONSTRAINT "membership_service_roles_check" CHECK (array_to_string(service_roles, ',', '') ~ '^(external/[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+(,external/[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)*)?$');

-- Both names become part of `external/<service>/<role>`.
ALTER TABLE "service"
    ADD CONSTRAINT "service_id_check" CHECK (id ~ '^[A-Za-z0-9_.-]{1,64}$');
ALTER TABLE "service_role"
    ADD CONSTRAINT "service_role_name_check" CHECK (name ~ '^[A-Za-z0-9_.-]{1,64}$');

ALTER TABLE "api_token"
    ADD CONSTRAINT "api_token_name_check" CHECK (char_length(name) BETWEEN 1 AND 64),
    ADD CONSTRAINT "api_token_description_check" CHECK (char_length(description) <= 256),
    ADD CONSTRAINT "api_token_digest_check" CHECK (octet_length(digest) = 32),
    ADD CONSTRAINT "api_token_digest_key_version_check" CHECK (digest_key_version >= 1),
    ADD CONSTRAINT "api_token_last_four_check" CHECK (last_four ~ '^[0-9A-Za-z]{4}$'),
    ADD CONSTRAINT "api_token_generation_check" CHECK (generation >= 1),
    ADD CONSTRAINT "api_token_issued_at_check" CHECK (issued_at >= created_at),
    -- The TTL as granted and the end that follows from it go together; without them the token never expires.
    ADD CONSTRAINT "api_token_ttl_check" CHECK (num_nulls(ttl_value, ttl_unit, expires_at) IN (0, 3)),
    ADD CONSTRAINT "api_token_ttl_value_check" CHECK (ttl_value >= 1),
    ADD CONSTRAINT "api_token_ttl_unit_check" CHECK (ttl_unit IN ('minutes', 'hours', 'days', 'months')),
    ADD CONSTRAINT "api_token_expires_at_check" CHECK (expires_at > issued_at),
    ADD CONSTRAINT "api_token_reminder_days_check" CHECK (reminder_days BETWEEN 1 AND 365),
    -- All Roles names no role; a token without any scope could never be exchanged for anything.
    ADD CONSTRAINT "api_token_all_roles_check" CHECK (NOT all_roles OR cardinality(org_roles) + cardinality(service_roles) = 0),
    ADD CONSTRAINT "api_token_scope_check" CHECK (all_roles OR open_id OR cardinality(org_roles) + cardinality(service_roles) > 0),
    ADD CONSTRAINT "api_token_org_roles_check" CHECK (org_roles <@ ARRAY['org_owner', 'org_admin', 'org_member', 'developer', 'support_user', 'billing_read_only', 'access_log_auditor', 'software_installer']),
    ADD CONSTRAINT "api_token_service_roles_check" CHECK (array_to_string(service_roles, ',', '') ~ '^(external/[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+(,external/[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)*)?$'),
    -- Who deactivated, when and why are one fact; the note only adds to it.
    ADD CONSTRAINT "api_token_deactivation_check" CHECK (num_nulls(deactivated_at, deactivated_by, deactivation_reason) IN (0, 3)),
    ADD CONSTRAINT "api_token_deactivation_reason_check" CHECK (deactivation_reason IN ('key_compromise', 'policy_violation', 'guideline_breach', 'suspicious_use', 'user_left', 'no_longer_needed', 'other')),
    ADD CONSTRAINT "api_token_deactivation_note_check" CHECK (deactivation_note IS NULL OR (deactivated_at IS NOT NULL AND char_length(deactivation_note) <= 500)),
    ADD CONSTRAINT "api_token_max_violation_check" CHECK (max_violation IN ('max_ttl_exceeded', 'never_expires')),
    ADD CONSTRAINT "api_token_max_violation_since_check" CHECK ((max_violation IS NULL) = (max_violation_since IS NULL));

-- A limit lies between one minute and 1827 days (five years), in whichever unit it was entered. A policy that is
-- switched off may keep its limit, so that switching it on again offers the same.
ALTER TABLE "token_policy"
    ADD CONSTRAINT "token_policy_idle_check" CHECK ((idle_ttl_value IS NULL) = (idle_ttl_unit IS NULL) AND (NOT idle_enabled OR idle_ttl_value IS NOT NULL)),
    ADD CONSTRAINT "token_policy_idle_limit_check" CHECK (CASE idle_ttl_unit WHEN 'minutes' THEN idle_ttl_value BETWEEN 1 AND 2630880 WHEN 'hours' THEN idle_ttl_value BETWEEN 1 AND 43848 WHEN 'days' THEN idle_ttl_value BETWEEN 1 AND 1827 ELSE idle_ttl_unit IS NULL END),
    ADD CONSTRAINT "token_policy_max_check" CHECK ((max_ttl_value IS NULL) = (max_ttl_unit IS NULL) AND (NOT max_enabled OR max_ttl_value IS NOT NULL)),
    ADD CONSTRAINT "token_policy_max_limit_check" CHECK (CASE max_ttl_unit WHEN 'minutes' THEN max_ttl_value BETWEEN 1 AND 2630880 WHEN 'hours' THEN max_ttl_value BETWEEN 1 AND 43848 WHEN 'days' THEN max_ttl_value BETWEEN 1 AND 1827 ELSE max_ttl_unit IS NULL END),
    ADD CONSTRAINT "token_policy_version_check" CHECK (version >= 1);

ALTER TABLE "exchange_failure"
    ADD CONSTRAINT "exchange_failure_count_check" CHECK (count >= 1),
    ADD CONSTRAINT "exchange_failure_minute_check" CHECK (minute = date_trunc('minute', minute, 'UTC'));

-- The catalogue of event types is code (lib/audit/events.ts) and grows; its shape is fixed.
ALTER TABLE "audit_event"
    ADD CONSTRAINT "audit_event_type_check" CHECK (type ~ '^csp__[a-z_]+$'),
    ADD CONSTRAINT "audit_event_result_check" CHECK (result IN ('success', 'failure')),
    ADD CONSTRAINT "audit_event_details_check" CHECK (jsonb_typeof(details) = 'object');
ALTER TABLE "installation_event"
    ADD CONSTRAINT "installation_event_type_check" CHECK (type ~ '^csp__[a-z_]+$'),
    ADD CONSTRAINT "installation_event_result_check" CHECK (result IN ('success', 'failure')),
    ADD CONSTRAINT "installation_event_details_check" CHECK (jsonb_typeof(details) = 'object');

ALTER TABLE "outbox_mail"
    ADD CONSTRAINT "outbox_mail_attempts_check" CHECK (attempts >= 0),
    ADD CONSTRAINT "outbox_mail_cause_check" CHECK (cause <> '');

ALTER TABLE "signing_key"
    ADD CONSTRAINT "signing_key_alg_check" CHECK (alg IN ('ES256', 'RS256')),
    -- A public key that carries its private half would be published with it.
    ADD CONSTRAINT "signing_key_public_jwk_check" CHECK (jsonb_typeof(public_jwk) = 'object' AND NOT public_jwk ? 'd');

ALTER TABLE "validation_run"
    ADD CONSTRAINT "validation_run_trigger_check" CHECK ("trigger" IN ('schedule', 'owner', 'policy_saved')),
    ADD CONSTRAINT "validation_run_counts_check" CHECK (scanned >= 0 AND newly_violating >= 0 AND newly_compliant >= 0 AND errors >= 0),
    ADD CONSTRAINT "validation_run_ended_at_check" CHECK (ended_at >= started_at);
