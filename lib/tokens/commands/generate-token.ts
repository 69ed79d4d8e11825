import { randomBytes } from 'node:crypto'
import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import { isOrgRole } from '../../identity/permissions'
import { enqueueMail } from '../../mail/commands/enqueue-mail'
import type { UserContext } from '../../platform/context'
import { env } from '../../platform/env'
import { newId } from '../../platform/ids'
import { inTransaction, type Tx } from '../../platform/transaction'
import type { Ttl } from '../../time'
import { ENTROPY_BYTES, formatApiToken, lastFourOf } from '../api-token'
import { digestForStorage } from '../digest'
import { planReminder } from '../reminder'
import type { GenerateToken } from '../schemas'
import { grantTtl } from '../token-ttl'
import { lockMembership, lockTtlLimit, requireRoomForToken, type Held } from './issuing'

/** A secret on its only way out, with what the page says of it. */
export type GeneratedToken = { apiToken: string; tokenId: string; name: string; lastFour: string; expiresAt: Date | null }

function chosenScopes(held: Held, input: GenerateToken) {
  if (input.scope === 'all') return { allRoles: true, orgRoles: [], serviceRoles: [] }
  const roles = [...new Set(input.roles)]
  const orgRoles = roles.filter(isOrgRole)
  const serviceRoles = roles.filter((role) => !isOrgRole(role))
  const holdsAll = orgRoles.every((role) => held.roles.includes(role)) && serviceRoles.every((role) => held.service_roles.includes(role))
  if (!holdsAll) throw new DomainError('role_not_held', 'roles')
  return { allRoles: false, orgRoles, serviceRoles }
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
        reminderDays: planReminder(input.reminderDays, expiresAt, tx.now),
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
    data: { tokenId, tokenName: name, lastFour, at: tx.now.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, ip: ctx.request.ip },
  })
}
