import { randomBytes } from 'node:crypto'
import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import { toTtlLimit, type TtlLimit } from '../../governance/ttl-policy'
import { enqueueMail } from '../../mail/commands/enqueue-mail'
import { countAct, type ActLimit } from '../../platform/act-limit'
import type { UserContext } from '../../platform/context'
import { env } from '../../platform/env'
import type { Tx } from '../../platform/transaction'
import { ENTROPY_BYTES, formatApiToken, lastFourOf } from '../api-token'
import { digestForStorage } from '../digest'
import { MAX_LIVE_TOKENS } from '../token-ttl'

/** A secret on its only way out, with what the page says of it. */
export type IssuedToken = { apiToken: string; tokenId: string; name: string; lastFour: string; expiresAt: Date | null }

/** A new secret of an organization, and beside it the columns that are all that is stored of it. */
export function mintSecret(orgId: string) {
  const apiToken = formatApiToken(orgId, randomBytes(ENTROPY_BYTES))
  const { version, digest } = digestForStorage(env().tokenHmacKeys, apiToken)
  return { apiToken, stored: { digest: new Uint8Array(digest), digestKeyVersion: version, lastFour: lastFourOf(apiToken) } }
}

export type Held = { roles: string[]; service_roles: string[]; first_name: string; last_name: string; email: string }

/**
 * The caller's membership, locked: whoever counts or adds tokens of this person in this organization
 * waits here, and a role that is being taken away is gone or still held, never in between. So is the person's name.
 *
 * @throws {DomainError} not_found where the caller is no active member
 */
export async function lockMembership(tx: Tx, ctx: UserContext): Promise<Held> {
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT m.roles, m.service_roles, u.first_name, u.last_name, u.email FROM membership m JOIN user_account u ON u.id = m.user_id
     WHERE m.org_id = ${ctx.orgId}::uuid AND m.user_id = ${ctx.userId}::uuid AND m.status = 'active' FOR UPDATE OF m FOR SHARE OF u`
  if (!held) throw new DomainError('not_found')
  return held
}

/**
 * The organization's Max Token TTL, locked against a change until the token that it binds is committed.
 * Before any token: whoever saves a policy locks it first, too, and the tokens that it concerns after.
 */
export async function lockTtlLimit(tx: Tx, orgId: string): Promise<TtlLimit | null> {
  const [policy] = await tx.$queryRaw<{ max_enabled: boolean; max_ttl_value: number | null; max_ttl_unit: string | null }[]>`
    SELECT max_enabled, max_ttl_value, max_ttl_unit FROM token_policy WHERE org_id = ${orgId}::uuid FOR SHARE`
  return policy ? toTtlLimit(policy.max_enabled, policy.max_ttl_value, policy.max_ttl_unit) : null
}

/** @throws {DomainError} token_limit_reached. Call it with the membership locked, or two could take the last place. */
export async function requireRoomForToken(tx: Tx, ctx: UserContext): Promise<void> {
  const live = await tx.apiToken.count({
    where: { orgId: ctx.orgId, userId: ctx.userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: tx.now } }] },
  })
  if (live >= MAX_LIVE_TOKENS) throw new DomainError('token_limit_reached')
}

/**
 * Secrets that one person may have made within an hour, in all organizations together: each is an audit event, and a
 * mail besides. Who has to replace every one of MAX_LIVE_TOKENS after a leak can, and has some to spare; a loop ends.
 * Revoking needs no limit of its own: it ends each of these once, and must never be refused.
 */
export const SECRETS_PER_HOUR = 60
const NEW_SECRETS: ActLimit = { name: 'new-secret', acts: SECRETS_PER_HOUR, windowSeconds: 60 * 60 }

/** @throws {DomainError} too_many_secrets. Call it when nothing else speaks against a new secret, see countAct. */
export async function countSecret(tx: Tx, ctx: UserContext): Promise<void> {
  const wait = await countAct(tx, NEW_SECRETS, ctx.userId)
  if (wait !== null) throw new DomainError('too_many_secrets', undefined, wait)
}

const ANNOUNCED = {
  generated: { type: 'csp__generate_api_token', template: 'token_generated' },
  regenerated: { type: 'csp__regenerate_api_token', template: 'token_regenerated' },
} as const

/** Records that a secret was made, and tells its owner, in case it was not they who made it. */
export async function announceSecret(tx: Tx, ctx: UserContext, made: keyof typeof ANNOUNCED, token: Omit<IssuedToken, 'apiToken'> & { generation: number }) {
  const { tokenId, name, lastFour, generation } = token
  const { type, template } = ANNOUNCED[made]
  const expiresAt = token.expiresAt?.toISOString() ?? null
  await recordAuditEvent(tx, ctx.request, { type, orgId: ctx.orgId, actorUserId: ctx.userId, tokenId, details: { tokenName: name, expiresAt } })
  await enqueueMail(tx, {
    orgId: ctx.orgId,
    recipientId: ctx.userId,
    template,
    cause: `${template}:${tokenId}:${generation}`,
    data: { tokenId, tokenName: name, lastFour, at: tx.now.toISOString(), expiresAt, ip: ctx.request.ip },
  })
}
