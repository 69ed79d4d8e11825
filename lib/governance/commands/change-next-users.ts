import { Prisma } from '../../platform/generated/prisma/client'
import type { Jobs } from '../../platform/queue'
import { inTransaction, type Tx } from '../../platform/transaction'
import { isDeactivationReason } from '../../tokens/deactivation-reason'
import { filterOf, isChangeable } from '../queries/changeable-tokens'
import { TOKENS } from '../../tokens/queries/token-tables'
import type { ChangeFailure, ChangeKind } from '../token-change'
import { isExpired, type Decision } from './locked-token'
import { lockTokens, switchTokens } from './switching'

type ChangeKey = Jobs['change-tokens']

type Open = {
  kind: ChangeKind
  filter: Record<string, string>
  reason: string | null
  note: string | null
  started_by: string
  started_at: Date
  actor_name: string
  position: string | null
  failures: ChangeFailure[]
  ip: string | null
  user_agent: string | null
  request_id: string | null
}

/** Tokens of one batch: so many that a transaction stays well below its limits, users and mails included. */
const BATCH = 200
/** Of a person who has more than that alone. */
const BATCH_OF_ONE = 1_000
/** Failures that are named. */
const MAX_FAILURES = 100

/** The change, locked, so that of two who are at it at once one waits and then finds the other's batch done. */
async function lockChange(tx: Tx, { orgId, changeId }: ChangeKey): Promise<Open | null> {
  const [open] = await tx.$queryRaw<Open[]>`
    SELECT c.kind, c.filter, c.reason, c.note, c.started_by, c.started_at, c.position, c.failures, c.ip, c.user_agent, c.request_id,
           u.first_name || ' ' || u.last_name AS actor_name
      FROM bulk_change c JOIN user_account u ON u.id = c.started_by
     WHERE c.org_id = ${orgId}::uuid AND c.id = ${changeId}::uuid AND c.ended_at IS NULL FOR UPDATE OF c`
  return open ?? null
}

type Candidate = { id: string; user_id: string; name: string }
/** `position`: the last user who is done with this batch; as before, where a person has more tokens than a batch. */
type Batch = { tokens: Candidate[]; position: string | null }

async function findCandidates(tx: Tx, which: Prisma.Sql, limit: number): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`SELECT id, t.user_id, t.name FROM ${TOKENS} WHERE ${which} ORDER BY t.user_id LIMIT ${limit}`
}

/**
 * The tokens of the next users, whole users at a time: each is told once of what becomes of theirs.
 *
 * @param alone of the next user only
 */
async function findBatch(tx: Tx, orgId: string, open: Open, alone: boolean): Promise<Batch> {
  const which = Prisma.sql`org_id = ${orgId}::uuid AND ${isChangeable(open.kind, filterOf(open.filter), open.started_at)}`
  const beyond = open.position === null ? which : Prisma.sql`${which} AND t.user_id > ${open.position}::uuid`
  const found = await findCandidates(tx, beyond, alone ? 1 : BATCH)
  const last = found.at(-1)?.user_id ?? null
  if (last === null || (!alone && found.length < BATCH)) return { tokens: found, position: last }
  const whole = found.filter(({ user_id }) => user_id !== last)
  if (whole.length > 0) return { tokens: whole, position: whole.at(-1)?.user_id ?? null }
  const theirs = await findCandidates(tx, Prisma.sql`${which} AND t.user_id = ${last}::uuid`, BATCH_OF_ONE)
  return { tokens: theirs, position: theirs.length < BATCH_OF_ONE ? last : open.position }
}

function decisionOf({ orgId, changeId }: ChangeKey, open: Open): Decision {
  const { kind, reason, note } = open
  const peer = { requestId: open.request_id ?? changeId, ip: open.ip, userAgent: open.user_agent }
  const decided = { orgId, actorUserId: open.started_by, actorName: open.actor_name, peer, actId: changeId, bulkId: changeId }
  if (kind === 'activate') return { ...decided, kind }
  return { ...decided, kind, reason: reason !== null && isDeactivationReason(reason) ? reason : 'other', note }
}

async function endChange(tx: Tx, { orgId, changeId }: ChangeKey): Promise<void> {
  await tx.$executeRaw`
    UPDATE bulk_change SET ended_at = ${tx.now}, seen_at = ${tx.now}, unchanged = GREATEST(total - changed - failed, 0)
     WHERE org_id = ${orgId}::uuid AND id = ${changeId}::uuid`
}

/**
 * Changes the tokens of the next users of a change, in one transaction with how far it got.
 *
 * @param alone of the next user only
 * @returns whether there may be more; false where the change has come to its end
 */
export async function changeNextUsers(key: ChangeKey, alone = false): Promise<boolean> {
  return inTransaction(async (tx) => {
    const open = await lockChange(tx, key)
    if (!open) return false
    const { tokens, position } = await findBatch(tx, key.orgId, open, alone)
    if (tokens.length === 0) {
      await endChange(tx, key)
      return false
    }
    // Asked again with the lock: what has changed since it was found is not meant any more.
    const still = isChangeable(open.kind, filterOf(open.filter), open.started_at)
    const locked = await lockTokens(tx, Prisma.sql`org_id = ${key.orgId}::uuid AND id = ANY(${tokens.map(({ id }) => id)}::uuid[]) AND ${still}`)
    await switchTokens(tx, decisionOf(key, open), locked)
    const expired = locked.filter((token) => isExpired(token, tx.now)).length
    await tx.bulkChange.update({
      where: { orgId_id: { orgId: key.orgId, id: key.changeId } },
      data: { position, seenAt: tx.now, changed: { increment: locked.length }, expired: { increment: expired } },
      select: { id: true },
    })
    return true
  })
}

/** Leaves out the tokens of the next user, which could not be changed again and again, and names the first of them. */
export async function skipNextUser(key: ChangeKey): Promise<boolean> {
  return inTransaction(async (tx) => {
    const open = await lockChange(tx, key)
    if (!open) return false
    const { tokens } = await findBatch(tx, key.orgId, open, true)
    const named = tokens.map(({ id, name }) => ({ tokenId: id, name, code: 'unexpected' as const }))
    await tx.bulkChange.update({
      where: { orgId_id: { orgId: key.orgId, id: key.changeId } },
      // Past the last of them in any case, or a person with too many tokens would be tried for ever.
      data: { position: tokens.at(-1)?.user_id ?? open.position, seenAt: tx.now, failed: { increment: tokens.length }, failures: [...open.failures, ...named].slice(0, MAX_FAILURES) },
      select: { id: true },
    })
    return true
  })
}
