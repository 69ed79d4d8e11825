import { setTimeout } from 'node:timers/promises'
import { pool } from '../../platform/db'
import { log } from '../../platform/log'
import { NotYet, type Jobs } from '../../platform/queue'
import { changeNextUsers, skipNextUser } from './change-next-users'

type ChangeKey = Jobs['change-tokens']

/** Milliseconds before each further attempt at the same tokens. */
const PAUSES = [500, 3_000]

/** A change that nobody has worked on for a minute was cut off. */
const CLAIM_SQL = `
  UPDATE bulk_change SET seen_at = now()
   WHERE org_id = $1 AND id = $2 AND ended_at IS NULL AND (seen_at IS NULL OR seen_at < now() - interval '1 minute')`

async function isOpen({ orgId, changeId }: ChangeKey): Promise<boolean> {
  const { rowCount } = await pool().query('SELECT 1 FROM bulk_change WHERE org_id = $1 AND id = $2 AND ended_at IS NULL', [orgId, changeId])
  return rowCount === 1
}

/** One batch; where it fails, one user, again after a while; after that the tokens of that user are named as failed. */
async function advance(key: ChangeKey): Promise<boolean> {
  for (const [attempt, pause] of [0, ...PAUSES].entries()) {
    await setTimeout(pause)
    try {
      return await changeNextUsers(key, attempt > 0)
    } catch (error) {
      log.warn({ err: error, ...key }, 'some tokens could not be changed')
    }
  }
  return skipNextUser(key)
}

/**
 * Goes on with a change of many tokens until none is left, unless somebody else is at it. Each batch is one
 * transaction that also says how far it got: whoever is killed has done a batch or has not, and whoever goes on
 * neither repeats nor leaves out anything.
 *
 * @returns `busy` where somebody else is at it, was killed less than a minute ago, or there was no more time
 * @throws {Error} where the database fails for longer; it is then taken up again by the job
 */
export async function continueBulkChange(key: ChangeKey, hasTime: () => boolean = () => true): Promise<'ended' | 'busy'> {
  const { rowCount } = await pool().query(CLAIM_SQL, [key.orgId, key.changeId])
  if (rowCount === 0) return (await isOpen(key)) ? 'busy' : 'ended'
  while (hasTime()) if (!(await advance(key))) return 'ended'
  return 'busy'
}

/** The job beside each change: takes it up where it was cut off, and comes back while it is not certain that it was. */
export async function rescueBulkChange(key: ChangeKey): Promise<void> {
  if ((await continueBulkChange(key)) === 'busy') throw new NotYet('The tokens are being changed by somebody else')
}

const OPEN_SQL = `
  SELECT org_id, id FROM bulk_change
   WHERE ended_at IS NULL AND coalesce(seen_at, started_at) < now() - interval '1 minute' ORDER BY org_id LIMIT 1000`

/**
 * Takes up every change that was cut off, for where no worker attends the queues. What one organization's failure keeps
 * is that organization's.
 */
export async function resumeBulkChanges(hasTime: () => boolean = () => true): Promise<{ ended: number; failed: number }> {
  const { rows } = await pool().query<{ org_id: string; id: string }>(OPEN_SQL)
  const resumed = { ended: 0, failed: 0 }
  for (const { org_id: orgId, id: changeId } of rows) {
    try {
      if ((await continueBulkChange({ orgId, changeId }, hasTime)) === 'ended') resumed.ended += 1
    } catch (error) {
      resumed.failed += 1
      log.error({ err: error, orgId, changeId }, 'a change of many tokens could not be gone on with')
    }
    if (!hasTime()) break
  }
  return resumed
}
