-- AlterTable
ALTER TABLE "service" ADD COLUMN     "secret_created_at" TIMESTAMPTZ(3),
ADD COLUMN     "secret_digest" BYTEA;

ALTER TABLE "service"
    ADD CONSTRAINT "service_secret_digest_check" CHECK (octet_length(secret_digest) = 32),
    ADD CONSTRAINT "service_secret_created_at_check" CHECK ((secret_digest IS NULL) = (secret_created_at IS NULL));
