-- CreateTable
CREATE TABLE "ended_access_token" (
    "org_id" UUID NOT NULL,
    "jti" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ended_access_token_pkey" PRIMARY KEY ("org_id","jti")
);

-- AddForeignKey
ALTER TABLE "ended_access_token" ADD CONSTRAINT "ended_access_token_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
