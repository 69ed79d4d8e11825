-- CreateTable
CREATE TABLE "mfa_device" (
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "encrypted_secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "activated_at" TIMESTAMPTZ(3),
    "turned_on" BOOLEAN NOT NULL DEFAULT false,
    "last_step" INTEGER,
    "exchange_failed_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
    "exchange_locked_until" TIMESTAMPTZ(3),
    "console_failed_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
    "console_locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "mfa_device_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "mfa_recovery_code" (
    "user_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "mfa_recovery_code_pkey" PRIMARY KEY ("user_id","digest")
);

-- AddForeignKey
ALTER TABLE "mfa_device" ADD CONSTRAINT "mfa_device_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mfa_recovery_code" ADD CONSTRAINT "mfa_recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "mfa_device"("user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What follows is written by hand: Prisma's schema language has no CHECK.

ALTER TABLE "mfa_device"
    ADD CONSTRAINT "mfa_device_name_check" CHECK (char_length(name) BETWEEN 1 AND 64),
    -- A nonce and a tag, and a secret of 160 bits between them.
    ADD CONSTRAINT "mfa_device_encrypted_secret_check" CHECK (octet_length(encrypted_secret) > 28),
    ADD CONSTRAINT "mfa_device_activated_at_check" CHECK (activated_at >= created_at),
    ADD CONSTRAINT "mfa_device_turned_on_check" CHECK (NOT turned_on OR activated_at IS NOT NULL),
    ADD CONSTRAINT "mfa_device_last_step_check" CHECK (last_step >= 0 AND activated_at IS NOT NULL OR last_step IS NULL),
    -- The fifth one locks, and is kept no longer.
    ADD CONSTRAINT "mfa_device_exchange_failed_at_check" CHECK (exchange_failed_at IS NOT NULL AND cardinality(exchange_failed_at) < 5),
    ADD CONSTRAINT "mfa_device_console_failed_at_check" CHECK (console_failed_at IS NOT NULL AND cardinality(console_failed_at) < 5);

ALTER TABLE "mfa_recovery_code"
    ADD CONSTRAINT "mfa_recovery_code_digest_check" CHECK (octet_length(digest) = 32);
