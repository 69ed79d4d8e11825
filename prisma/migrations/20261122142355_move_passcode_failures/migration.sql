-- DropForeignKey
ALTER TABLE "mfa_failure" DROP CONSTRAINT "mfa_failure_user_id_fkey";

-- AlterTable
ALTER TABLE "mfa_device" ADD COLUMN     "console_failed_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
ADD COLUMN     "console_locked_until" TIMESTAMPTZ(3),
ADD COLUMN     "exchange_failed_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
ADD COLUMN     "exchange_locked_until" TIMESTAMPTZ(3);

-- DropTable
DROP TABLE "mfa_failure";

-- What follows is written by hand: Prisma's schema language has no CHECK. The table above was in no release.

ALTER TABLE "mfa_device"
    -- The fifth one locks, and is kept no longer.
    ADD CONSTRAINT "mfa_device_exchange_failed_at_check" CHECK (exchange_failed_at IS NOT NULL AND cardinality(exchange_failed_at) < 5),
    ADD CONSTRAINT "mfa_device_console_failed_at_check" CHECK (console_failed_at IS NOT NULL AND cardinality(console_failed_at) < 5);
