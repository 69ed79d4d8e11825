import { randomBytes } from 'node:crypto'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import type { TokenLifetime, TtlPolicy } from '@/lib/governance/violation'
import type { UserContext } from '@/lib/platform/context'
import { pool, prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { mendLives } from '@/lib/tokens/commands/mend-lives'

const iso = (instants: (Date | null)[]) => instants.map((at) => at?.toISOString() ?? null)

/** Puts tokens with these lifetimes into the person's organization, in this order, and gives back their ids. */
export async function insertTokens(ctx: UserContext, lifetimes: TokenLifetime[]): Promise<string[]> {
  const ids = lifetimes.map(newId)
  await pool().query(
    `INSERT INTO api_token (org_id, id, user_id, user_name, user_email, name, digest, digest_key_version, last_four, created_at, issued_at, ttl_value, ttl_unit,
                            expires_at, revoked_at, org_roles, service_roles, idempotency_key)
     SELECT $1, id, $2, 'Test Person', $3, 'nightly-backup', digest, 1, 'x9Qz', issued_at, issued_at, CASE WHEN expires_at IS NOT NULL THEN 1 END, CASE WHEN expires_at IS NOT NULL THEN 'days' END,
            expires_at, revoked_at, '{org_member}', '{}', id
       FROM unnest($4::uuid[], $5::bytea[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[]) AS made (id, digest, issued_at, expires_at, revoked_at)`,
    [ctx.orgId, ctx.userId, ctx.email, ids, ids.map(() => randomBytes(32)), iso(lifetimes.map((one) => one.issuedAt)), iso(lifetimes.map((one) => one.expiresAt)), iso(lifetimes.map((one) => one.revokedAt))],
  )
  await mendLives(ctx.orgId)
  await pool().query(
    'UPDATE token_life l SET last_used_at = made.at FROM unnest($2::uuid[], $3::timestamptz[]) AS made (id, at) WHERE l.org_id = $1 AND l.id = made.id',
    [ctx.orgId, ids, iso(lifetimes.map((one) => one.lastUsedAt))],
  )
  return ids
}

const columns = (limit: TtlLimit | null) => [limit !== null, limit?.value ?? null, limit?.unit ?? null] as const

/** Sets the limits of an organization as saving its policy does, its version included. */
export async function setPolicy(orgId: string, { max, idle }: TtlPolicy): Promise<void> {
  const [maxEnabled, maxTtlValue, maxTtlUnit] = columns(max)
  const [idleEnabled, idleTtlValue, idleTtlUnit] = columns(idle)
  await prisma().tokenPolicy.update({
    where: { orgId },
    data: { maxEnabled, maxTtlValue, maxTtlUnit, idleEnabled, idleTtlValue, idleTtlUnit, version: { increment: 1 } },
  })
}
