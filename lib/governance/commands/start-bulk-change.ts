import { DomainError } from '../../errors'
import { TOKENS } from '../../tokens/queries/token-tables'
import { newId } from '../../platform/ids'
import { enqueueJob, type Jobs } from '../../platform/queue'
import type { GoverningOwnerContext } from '../../platform/roles'
import { inTransaction, type Tx } from '../../platform/transaction'
import { filterOf, isChangeable } from '../queries/changeable-tokens'
import { isOfOrganization } from '../queries/token-conditions'
import type { ChangeMatching } from '../schemas'

/** Seconds until somebody looks whether the change goes on. */
const RESCUE_AFTER = 60

async function countNow(tx: Tx, ctx: GoverningOwnerContext, { kind, filter }: ChangeMatching): Promise<number> {
  const which = isChangeable(kind, filterOf(filter), tx.now)
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${TOKENS} WHERE ${isOfOrganization(ctx)} AND ${which}`
  return row?.count ?? 0
}

/**
 * Records that whatever matches a filter is to be deactivated or activated, once the number of them is the one that
 * the person confirmed. Nothing is changed yet: whoever calls this lets continueBulkChange begin at once; a job does
 * where that does not come to it.
 *
 * What was confirmed is done to its end, also if the person is no owner any more by then: it was an owner's decision.
 *
 * @throws {DomainError} organization_changed where another window has switched since; tokens_changed where there are
 *   more or fewer now; change_running, one at a time
 * @see spec: product.md §4, Deactivate
 */
export async function startBulkChange(ctx: GoverningOwnerContext, input: ChangeMatching): Promise<Jobs['change-tokens']> {
  if (input.orgId !== ctx.orgId) throw new DomainError('organization_changed')
  const changeId = newId()
  const why = input.kind === 'deactivate' ? { reason: input.reason, note: input.note === '' ? null : input.note } : { reason: null, note: null }
  const { ip, userAgent, requestId } = ctx.request
  return inTransaction(async (tx) => {
    if ((await countNow(tx, ctx, input)) !== input.count) throw new DomainError('tokens_changed')
    const row = { orgId: ctx.orgId, id: changeId, kind: input.kind, filter: input.filter, ...why, startedBy: ctx.userId, startedAt: tx.now, total: input.count }
    // Waits for one that is being recorded, and yields to one that is open.
    const { count } = await tx.bulkChange.createMany({ data: [{ ...row, ip, userAgent, requestId }], skipDuplicates: true })
    if (count === 0) throw new DomainError('change_running')
    const job = { orgId: ctx.orgId, changeId }
    await enqueueJob(tx, 'change-tokens', changeId, job, RESCUE_AFTER)
    return job
  })
}
