import type { Client } from 'pg'
import { continueValidation } from '@/lib/governance/commands/continue-validation'
import { startRun } from '@/lib/governance/commands/start-validation'
import { inTransaction } from '@/lib/platform/transaction'
import { median, report } from '../report'
import type { LargeOrganization } from './organization'

const ROUNDS = 5
/** Each rewrites a tenth of the table four times over. */
const CHANGE_ROUNDS = 1
const MEGABYTE = 1024 * 1024

/** The rule for the limits that makeLargeOrganization sets, as somebody would write it who needed nothing else. */
const MAX_FOUND = `CASE WHEN revoked_at IS NOT NULL OR expires_at <= now() THEN NULL WHEN expires_at IS NULL THEN 'never_expires' WHEN expires_at > issued_at + interval '9600 hours' THEN 'max_ttl_exceeded' END`
const IDLE_FOUND = `(GREATEST(issued_at, last_used_at) < now() - interval '2160 hours' AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now()))`
const DIFFERS = `org_id = $1 AND (max_violation IS DISTINCT FROM ${MAX_FOUND} OR (idle_violation_since IS NOT NULL) <> ${IDLE_FOUND})`
const BARE_COUNT = `SELECT count(*) FROM token_life WHERE ${DIFFERS}`
const BARE_UPDATE = `
  UPDATE token_life SET max_violation = ${MAX_FOUND}, max_violation_since = CASE WHEN ${MAX_FOUND} IS NULL THEN NULL ELSE coalesce(max_violation_since, now()) END,
         idle_violation_since = CASE WHEN ${IDLE_FOUND} THEN coalesce(idle_violation_since, now()) END WHERE ${DIFFERS}`
/** One in ten gets a flag that it should not have. */
const SPOIL = `UPDATE token_life SET idle_violation_since = CASE WHEN idle_violation_since IS NULL THEN now() END WHERE org_id = $1 AND revoked_at IS NULL AND get_byte(uuid_send(id), 15) < 27`

async function time(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work()
  return performance.now() - since
}

async function validate(orgId: string): Promise<void> {
  const end = await continueValidation(await inTransaction((tx) => startRun(tx, { orgId, trigger: 'schedule', startedBy: null })))
  if (end !== 'completed') throw new Error(`The validation ended as ${end}`)
}

/** Milliseconds, each the middle of some rounds, side by side; bytes. */
export type MeasuredValidation = { count: number; nothing: number; update: number; tenth: number; memory: number }

/** P6 of the goals: validating a large organization against the one statement that would do the same. */
export async function measureValidation(client: Client, { orgId }: LargeOrganization): Promise<MeasuredValidation> {
  const bare = (text: string) => client.query(text, [orgId])
  const spoil = async () => {
    await bare(SPOIL)
    await client.query('VACUUM (ANALYZE) token_life')
  }
  await validate(orgId)
  await client.query('VACUUM (ANALYZE) token_life')
  const times = { count: [] as number[], nothing: [] as number[], update: [] as number[], tenth: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    times.count.push(await time(() => bare(BARE_COUNT)))
    times.nothing.push(await time(() => validate(orgId)))
  }
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  for (let round = 0; round < CHANGE_ROUNDS; round += 1) {
    await spoil()
    times.update.push(await time(() => bare(BARE_UPDATE)))
    await spoil()
    times.tenth.push(await time(() => validate(orgId)))
  }
  clearInterval(watch)
  const [count = 0, nothing = 0, update = 0, tenth = 0] = [times.count, times.nothing, times.update, times.tenth].map(median)
  return { count, nothing, update, tenth, memory: peak - before }
}

export function tellValidation({ count, nothing, update, tenth, memory }: MeasuredValidation): void {
  report('bare count · validation, nothing to change, ms', `${count.toFixed(0)} · ${nothing.toFixed(0)}`)
  report('P6: nothing to change ÷ bare count', (nothing / count).toFixed(2), { text: '≤ 3', reached: nothing / count <= 3 })
  report('bare update · validation, one in ten to change, ms', `${update.toFixed(0)} · ${tenth.toFixed(0)}`)
  report('P6: one in ten to change ÷ bare update', (tenth / update).toFixed(2), { text: '≤ 2', reached: tenth / update <= 2 })
  report('P6: memory grown by, MB', (memory / MEGABYTE).toFixed(0), { text: '≤ 64', reached: memory <= 64 * MEGABYTE })
}
