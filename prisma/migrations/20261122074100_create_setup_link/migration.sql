-- CreateTable
CREATE TABLE "setup_link" (
    "digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("digest")
);

ALTER TABLE "setup_link"
    ADD CONSTRAINT "setup_link_digest_check" CHECK (octet_length(digest) = 32),
    ADD CONSTRAINT "setup_link_expires_at_check" CHECK (expires_at > created_at);
