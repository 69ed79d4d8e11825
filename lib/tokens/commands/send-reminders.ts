import { enqueueMails, type UnconditionalMail } from '../../mail/commands/enqueue-mail'
import { Prisma } from '../../platform/generated/prisma/client'
import { inTransaction, type Tx } from '../../platform/transaction'

const sql = Prisma.sql

/** Mails of one transaction. */
const BATCH = 100
/** Tokens of one transaction that nobody is told of any more. */
const MARK_BATCH = 2_000
/** Days after expiry in which it is still worth saying so. */
const STILL_NEWS = 3
/** The longest reminder there can be, see the CHECK. */
const LONGEST = 365

type Kind = 'token_expiring' | 'token_expired'
type Due = { org_id: string; id: string; user_id: string; name: string; last_four: string; reminder_days: number; expires_at: Date }

/** A day has 24 hours, as where a reminder is planned. What is deactivated cannot be used: its end is no news. */
const IS_DUE: Readonly<Record<Kind, Prisma.Sql>> = {
  token_expiring: sql`reminded_at IS NULL AND deactivated_at IS NULL AND expires_at > now()
    AND expires_at <= now() + interval '24 hours' * ${LONGEST}::int AND expires_at <= now() + interval '24 hours' * reminder_days`,
  token_expired: sql`deactivated_at IS NULL AND expires_at <= now() AND expires_at > now() - interval '24 hours' * ${STILL_NEWS}::int`,
}
const IS_NEWS_NO_MORE = sql`expires_at <= now() - interval '24 hours' * ${STILL_NEWS}::int`
const MARK: Readonly<Record<Kind, Prisma.Sql>> = { token_expiring: sql`reminded_at`, token_expired: sql`expiry_mailed_at` }

/** Takes tokens that are due, marks them, and gives them back. What somebody else has in hand is left to them. */
async function take(tx: Tx, kind: Kind, condition: Prisma.Sql, count: number): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    WITH due AS (
      SELECT org_id, id FROM api_token
       WHERE reminder_days IS NOT NULL AND expiry_mailed_at IS NULL AND revoked_at IS NULL AND ${condition}
       ORDER BY expires_at LIMIT ${count} FOR NO KEY UPDATE SKIP LOCKED
    )
    UPDATE api_token t SET ${MARK[kind]} = now() FROM due WHERE t.org_id = due.org_id AND t.id = due.id
    RETURNING t.org_id, t.id, t.user_id, t.name, t.last_four, t.reminder_days, t.expires_at`
}

function tellOf(kind: Kind, { org_id, id, user_id, name, last_four, reminder_days, expires_at }: Due): UnconditionalMail {
  const expiresAt = expires_at.toISOString()
  return {
    orgId: org_id,
    recipientId: user_id,
    template: kind,
    // Once for a secret; a reminder that was changed is another one.
    cause: `${kind}:${id}:${expiresAt}${kind === 'token_expiring' ? `:${reminder_days}` : ''}`,
    data: { tokenId: id, tokenName: name, lastFour: last_four, expiresAt },
  }
}

async function remind(kind: Kind): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await take(tx, kind, IS_DUE[kind], BATCH)
    await enqueueMails(tx, due.map((token) => tellOf(kind, token)))
    return due.length
  })
}

/** Marks what expired so long ago that a mail would only surprise, as everything that did before there were such mails. */
async function forget(): Promise<number> {
  return inTransaction(async (tx) => (await take(tx, 'token_expired', IS_NEWS_NO_MORE, MARK_BATCH)).length)
}

/**
 * Queues the mails of API tokens that are about to expire, for whose users asked to be reminded, and of those that
 * have. Each once, however often and by however many it is run. A user whose reminder came too late, because nothing
 * ran, is told of the expiry alone.
 *
 * @returns mails queued
 * @see spec: product.md §7
 */
export async function sendReminders(hasTime: () => boolean = () => true): Promise<number> {
  let queued = 0
  for (const kind of ['token_expiring', 'token_expired'] as const) {
    for (let count = BATCH; count === BATCH && hasTime(); queued += count) count = await remind(kind)
  }
  while (hasTime() && (await forget()) === MARK_BATCH);
  return queued
}
