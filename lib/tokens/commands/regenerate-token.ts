import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { inTransaction, type Tx } from '../../platform/transaction'
import { toTtl, type Ttl } from '../../time'
import { fittingReminder } from '../reminder'
import type { RegenerateToken } from '../schemas'
import { tokenState } from '../token-state'
import { grantTtl, isLonger } from '../token-ttl'
import { announceSecret, lockMembership, lockTtlLimit, mintSecret, requireRoomForToken, type IssuedToken } from './issuing'

type Row = {
  name: string
  generation: number
  ttl_value: number | null
  ttl_unit: string | null
  reminder_days: number | null
  created_at: Date
  expires_at: Date | null
  revoked_at: Date | null
  deactivated_at: Date | null
}

/** What regenerating refuses whatever the caller asks for; the worst first. */
async function requireRenewable(tx: Tx, ctx: UserContext, row: Row, generationSeen: number): Promise<void> {
  const { revoked, deactivated, expired } = tokenState({ revokedAt: row.revoked_at, deactivatedAt: row.deactivated_at, expiresAt: row.expires_at }, tx.now)
  if (revoked) throw new DomainError('token_revoked')
  if (deactivated) throw new DomainError('token_deactivated')
  if (row.generation !== generationSeen) throw new DomainError('token_changed')
  // One that is alive has its place among the live ones already.
  if (expired) await requireRoomForToken(tx, ctx)
}

/** The TTL to grant: as before, or the one asked for instead, which may be shorter only. */
function chooseTtl(row: Row, asked: Ttl | null, now: Date): Ttl | null {
  const before = toTtl(row.ttl_value, row.ttl_unit)
  if (asked && before && isLonger(asked, before, now)) throw new DomainError('ttl_above_former', 'ttl')
  return asked ?? before
}

/**
 * Gives one of the caller's tokens a new secret, with the same name, description and scopes, and its expiry counted
 * afresh; an expired one is valid again. Every earlier secret, and every access token got with one, is dead at the
 * commit. Of two at once one wins: the other's generation is then no longer the token's.
 *
 * A reminder that would now be due already becomes the longest shorter one that is not, or none.
 *
 * @throws {DomainError} not_found where the caller has no such token in this organization; token_revoked;
 *   token_deactivated, or a user would undo an owner's decision; token_changed where `generation` is not the token's;
 *   token_limit_reached where an expired one would be one too many; what grantTtl refuses; ttl_above_former
 * @see spec: product.md §3, Regenerate
 */
export async function regenerateToken(ctx: UserContext, { tokenId, generation, ttl: asked }: RegenerateToken): Promise<IssuedToken> {
  const { apiToken, stored } = mintSecret(ctx.orgId)
  return inTransaction(async (tx) => {
    await lockMembership(tx, ctx)
    const limit = await lockTtlLimit(tx, ctx.orgId)
    const row = await lockOwnToken(tx, ctx, tokenId)
    await requireRenewable(tx, ctx, row, generation)
    const ttl = chooseTtl(row, asked, tx.now)
    const expiresAt = grantTtl(ttl, limit, tx.now)
    await tx.apiToken.update({
      where: { orgId_id: { orgId: ctx.orgId, id: tokenId } },
      data: {
        ...stored,
        generation: generation + 1,
        issuedAt: tx.now,
        ttlValue: ttl?.value ?? null,
        ttlUnit: ttl?.unit ?? null,
        expiresAt,
        reminderDays: fittingReminder(row.reminder_days ?? 0, expiresAt, tx.now) || null,
        remindedAt: null,
        expiryMailedAt: null,
        // It now keeps today's limits, or it would have been refused: it violates none.
        life: {
          upsert: {
            create: { userId: ctx.userId, createdAt: row.created_at, issuedAt: tx.now, expiresAt },
            update: { issuedAt: tx.now, expiresAt, maxViolation: null, maxViolationSince: null, idleViolationSince: null },
          },
        },
      },
      select: { id: true },
    })
    const token = { tokenId, name: row.name, lastFour: stored.lastFour, expiresAt }
    await announceSecret(tx, ctx, 'regenerated', { ...token, generation: generation + 1 })
    return { apiToken, ...token }
  })
}

async function lockOwnToken(tx: Tx, ctx: UserContext, tokenId: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT name, generation, ttl_value, ttl_unit, reminder_days, created_at, expires_at, revoked_at, deactivated_at FROM api_token
     WHERE org_id = ${ctx.orgId}::uuid AND id = ${tokenId}::uuid AND user_id = ${ctx.userId}::uuid FOR UPDATE`
  if (!row) throw new DomainError('not_found')
  return row
}
