-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "claimed_until" TIMESTAMPTZ(3),
ADD COLUMN     "dropped_at" TIMESTAMPTZ(3);

-- What was sent was not dropped.
ALTER TABLE "outbox_mail"
    ADD CONSTRAINT "outbox_mail_end_check" CHECK (num_nonnulls(sent_at, dropped_at) <= 1);
