import { recordAuditEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { inTransaction, type Tx } from '../../platform/transaction'
import { planReminder } from '../reminder'
import { REMINDER_DAYS, type EditToken } from '../schemas'

type Editable = { name: string; description: string | null; reminder_days: number | null; expires_at: Date | null; revoked: boolean }

async function lockToken(tx: Tx, ctx: UserContext, tokenId: string): Promise<Editable> {
  const [token] = await tx.$queryRaw<Editable[]>`
    SELECT name, description, reminder_days, expires_at, revoked_at IS NOT NULL AS revoked FROM api_token
     WHERE org_id = ${ctx.orgId}::uuid AND user_id = ${ctx.userId}::uuid AND id = ${tokenId}::uuid FOR UPDATE`
  if (!token) throw new DomainError('not_found')
  if (token.revoked) throw new DomainError('token_revoked')
  return token
}

/** @throws {DomainError} reminder_invalid, reminder_after_expiry */
function chooseReminder(token: Editable, days: number, now: Date): number | null {
  if (days === (token.reminder_days ?? 0)) return token.reminder_days
  if (!REMINDER_DAYS.some((offered) => offered === days)) throw new DomainError('reminder_invalid', 'reminderDays')
  return planReminder(days, token.expires_at, now)
}

/**
 * Changes name, description and reminder of one of the caller's tokens. Its secret stays as it is.
 *
 * A reminder that is not changed is left alone, even where it would be too late by now or has been sent; a changed
 * one is sent again.
 *
 * @throws {DomainError} not_found where the caller has no such token in this organization; token_revoked;
 *   reminder_invalid, reminder_after_expiry
 */
export async function editToken(ctx: UserContext, { tokenId, name, description, reminderDays }: EditToken): Promise<void> {
  await inTransaction(async (tx) => {
    const token = await lockToken(tx, ctx, tokenId)
    const reminder = chooseReminder(token, reminderDays, tx.now)
    const changed = {
      name: name !== token.name,
      description: (description || null) !== token.description,
      reminder: reminder !== token.reminder_days,
    }
    if (!changed.name && !changed.description && !changed.reminder) return
    await tx.apiToken.update({
      where: { orgId_id: { orgId: ctx.orgId, id: tokenId } },
      data: { name, description: description || null, ...(changed.reminder && { reminderDays: reminder, remindedAt: null }) },
      select: { id: true },
    })
    await recordAuditEvent(tx, ctx.request, {
      type: 'csp__edit_api_token',
      orgId: ctx.orgId,
      actorUserId: ctx.userId,
      tokenId,
      details: {
        tokenName: name,
        ...(changed.name && { formerName: token.name }),
        ...(changed.description && { descriptionChanged: true }),
        ...(changed.reminder && { reminderDays: reminder }),
      },
    })
  })
}
