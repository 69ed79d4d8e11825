import { randomBytes } from 'node:crypto'
import { recordAuditEvent } from '../audit/commands'
import { DomainError } from '../errors'
import { toTtlLimit, type TtlLimit } from '../governance/ttl-policy'
import { isOrgRole } from '../identity/permissions'
import { enqueueMail } from '../mail/commands'
import type { UserContext } from '../platform/context'
import { env } from '../platform/env'
import { newId } from '../platform/ids'
import { inTransaction, type Tx } from '../platform/transaction'
import { addTtl, type Ttl } from '../time'
import { ENTROPY_BYTES, formatApiToken, lastFourOf } from './api-token'
import { digestForStorage } from './digest'
import type { GenerateToken, TokenId } from './schemas'
import { grantTtl, MAX_LIVE_TOKENS } from './token-ttl'

/** A secret on its only way out, with what the page says of it. */
export type GeneratedToken = { apiToken: string; tokenId: string; name: string; lastFour: string; expiresAt: Date | null }

type Held = { roles: string[]; service_roles: string[] }

/**
 * The caller's membership, locked: whoever counts or adds tokens of this person in this organization
 * waits here, and a role that is being taken away is gone or still held, never in between.
 *
 * @throws {DomainError} not_found where the caller is no active member
 */
async function lockMembership(tx: Tx, ctx: UserContext): Promise<Held> {
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT roles, service_roles FROM membership
     WHERE org_id = ${ctx.orgId}::uuid AND user_id = ${ctx.userId}::uuid AND status = 'active' FOR UPDATE`
  if (!held) throw new DomainError('not_found')
  return held
}

/** The organization's Max Token TTL, locked against a change until the token that it binds is committed. */
async function lockTtlLimit(tx: Tx, orgId: string): Promise<TtlLimit | null> {
  const [policy] = await tx.$queryRaw<{ max_enabled: boolean; max_ttl_value: number | null; max_ttl_unit: string | null }[]>`
    SELECT max_enabled, max_ttl_value, max_ttl_unit FROM token_policy WHERE org_id = ${orgId}::uuid FOR SHARE`
  return policy ? toTtlLimit(policy.max_enabled, policy.max_ttl_value, policy.max_ttl_unit) : null
}

async function requireRoomForToken(tx: Tx, ctx: UserContext): Promise<void> {
  const live = await tx.apiToken.count({
    where: { orgId: ctx.orgId, userId: ctx.userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: tx.now } }] },
  })
  if (live >= MAX_LIVE_TOKENS) throw new DomainError('token_limit_reached')
}

function chosenScopes(held: Held, input: GenerateToken) {
  if (input.scope === 'all') return { allRoles: true, orgRoles: [], serviceRoles: [] }
  const roles = [...new Set(input.roles)]
  const orgRoles = roles.filter(isOrgRole)
  const serviceRoles = roles.filter((role) => !isOrgRole(role))
  const holdsAll = orgRoles.every((role) => held.roles.includes(role)) && serviceRoles.every((role) => held.service_roles.includes(role))
  if (!holdsAll) throw new DomainError('role_not_held', 'roles')
  return { allRoles: false, orgRoles, serviceRoles }
}

function requireReminderBeforeExpiry(input: GenerateToken, expiresAt: Date | null, now: Date): number | null {
  if (input.reminderDays === 0 || expiresAt === null) return null
  if (addTtl(now, { value: input.reminderDays, unit: 'days' }) >= expiresAt) throw new DomainError('reminder_after_expiry', 'reminderDays')
  return input.reminderDays
}

/**
 * Generates an API token. Its secret is in the result and nowhere else, ever.
 *
 * @throws {DomainError} organization_changed where the form was made for another organization than the one shown now;
 *   token_limit_reached, role_not_held, what grantTtl refuses, reminder_after_expiry;
 *   already_generated where the same form was sent before: its secret cannot be shown a second time
 */
export async function generateToken(ctx: UserContext, input: GenerateToken): Promise<GeneratedToken> {
  if (input.orgId !== ctx.orgId) throw new DomainError('organization_changed')
  const apiToken = formatApiToken(ctx.orgId, randomBytes(ENTROPY_BYTES))
  const lastFour = lastFourOf(apiToken)
  return inTransaction(async (tx) => {
    const held = await lockMembership(tx, ctx)
    await requireFirstSubmit(tx, ctx, input.idempotencyKey)
    await requireRoomForToken(tx, ctx)
    const ttl: Ttl | null = input.ttlUnit === 'never' ? null : { value: input.ttlValue, unit: input.ttlUnit }
    const expiresAt = grantTtl(ttl, await lockTtlLimit(tx, ctx.orgId), tx.now)
    const { version, digest } = digestForStorage(env().tokenHmacKeys, apiToken)
    const tokenId = newId()
    await tx.apiToken.create({
      data: {
        ...chosenScopes(held, input),
        orgId: ctx.orgId,
        id: tokenId,
        userId: ctx.userId,
        name: input.name,
        description: input.description || null,
        digest: new Uint8Array(digest),
        digestKeyVersion: version,
        lastFour,
        createdAt: tx.now,
        issuedAt: tx.now,
        ttlValue: ttl?.value ?? null,
        ttlUnit: ttl?.unit ?? null,
        expiresAt,
        reminderDays: requireReminderBeforeExpiry(input, expiresAt, tx.now),
        openId: input.openId,
        idempotencyKey: input.idempotencyKey,
      },
      select: { id: true },
    })
    await announceGenerated(tx, ctx, { tokenId, name: input.name, lastFour, expiresAt })
    return { apiToken, tokenId, name: input.name, lastFour, expiresAt }
  })
}

async function requireFirstSubmit(tx: Tx, ctx: UserContext, idempotencyKey: string): Promise<void> {
  const earlier = await tx.apiToken.count({ where: { orgId: ctx.orgId, userId: ctx.userId, idempotencyKey } })
  if (earlier > 0) throw new DomainError('already_generated')
}

async function announceGenerated(tx: Tx, ctx: UserContext, token: Omit<GeneratedToken, 'apiToken'>): Promise<void> {
  const { tokenId, name, lastFour, expiresAt } = token
  await recordAuditEvent(tx, ctx.request, {
    type: 'csp__generate_api_token',
    orgId: ctx.orgId,
    actorUserId: ctx.userId,
    tokenId,
    details: { tokenName: name, expiresAt: expiresAt?.toISOString() ?? null },
  })
  await enqueueMail(tx, {
    orgId: ctx.orgId,
    recipientId: ctx.userId,
    template: 'token_generated',
    cause: `token_generated:${tokenId}:1`,
    data: { tokenId, tokenName: name, lastFour, expiresAt: expiresAt?.toISOString() ?? null, ip: ctx.request.ip },
  })
}

/**
 * Revokes one of the caller's tokens, and with it the access tokens got with it. Revoking it again
 * changes nothing, so a double click is harmless.
 *
 * @throws {DomainError} not_found where the caller has no such token in this organization
 */
export async function revokeToken(ctx: UserContext, { tokenId }: TokenId): Promise<void> {
  await inTransaction(async (tx) => {
    const mine = { orgId: ctx.orgId, id: tokenId, userId: ctx.userId }
    const { count } = await tx.apiToken.updateMany({ where: { ...mine, revokedAt: null }, data: { revokedAt: tx.now } })
    if (count === 0) {
      if ((await tx.apiToken.count({ where: mine })) === 0) throw new DomainError('not_found')
      return
    }
    await recordAuditEvent(tx, ctx.request, { type: 'csp__revoke_api_token', orgId: ctx.orgId, actorUserId: ctx.userId, tokenId })
  })
}
