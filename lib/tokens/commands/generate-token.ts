import { DomainError } from '../../errors'
import { fullName } from '../../identity/full-name'
import { isOrgRole } from '../../identity/permissions'
import type { UserContext } from '../../platform/context'
import { newId } from '../../platform/ids'
import { inTransaction, type Tx } from '../../platform/transaction'
import type { Ttl } from '../../time'
import { planReminder } from '../reminder'
import type { GenerateToken } from '../schemas'
import { grantTtl } from '../token-ttl'
import { announceSecret, lockMembership, lockTtlLimit, mintSecret, requireRoomForToken, type Held, type IssuedToken } from './issuing'

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
export async function generateToken(ctx: UserContext, input: GenerateToken): Promise<IssuedToken> {
  if (input.orgId !== ctx.orgId) throw new DomainError('organization_changed')
  const { apiToken, stored } = mintSecret(ctx.orgId)
  return inTransaction(async (tx) => {
    const held = await lockMembership(tx, ctx)
    await requireFirstSubmit(tx, ctx, input.idempotencyKey)
    await requireRoomForToken(tx, ctx)
    const ttl: Ttl | null = input.ttlUnit === 'never' ? null : { value: input.ttlValue, unit: input.ttlUnit }
    const expiresAt = grantTtl(ttl, await lockTtlLimit(tx, ctx.orgId), tx.now)
    const tokenId = newId()
    await tx.apiToken.create({
      data: {
        ...chosenScopes(held, input),
        ...stored,
        orgId: ctx.orgId,
        id: tokenId,
        userId: ctx.userId,
        userName: fullName({ firstName: held.first_name, lastName: held.last_name }),
        userEmail: held.email,
        name: input.name,
        description: input.description || null,
        createdAt: tx.now,
        issuedAt: tx.now,
        ttlValue: ttl?.value ?? null,
        ttlUnit: ttl?.unit ?? null,
        expiresAt,
        reminderDays: planReminder(input.reminderDays, expiresAt, tx.now),
        openId: input.openId,
        idempotencyKey: input.idempotencyKey,
        life: { create: { userId: ctx.userId, createdAt: tx.now, issuedAt: tx.now, expiresAt } },
      },
      select: { id: true },
    })
    const token = { tokenId, name: input.name, lastFour: stored.lastFour, expiresAt }
    await announceSecret(tx, ctx, 'generated', { ...token, generation: 1 })
    return { apiToken, ...token }
  })
}

async function requireFirstSubmit(tx: Tx, ctx: UserContext, idempotencyKey: string): Promise<void> {
  const earlier = await tx.apiToken.count({ where: { orgId: ctx.orgId, userId: ctx.userId, idempotencyKey } })
  if (earlier > 0) throw new DomainError('already_generated')
}
