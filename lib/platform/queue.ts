import type { Db, PgBoss, JobWithMetadata } from 'pg-boss'
import { env } from './env'
import { log } from './log'
import type { Tx } from './transaction'

/** What each queue carries. A job names rows; what they say is read when the job is done. */
export type Jobs = {
  'deliver-mail': { orgId: string; mailId: string }
  /** Every organization's, each day. */
  'validate-tokens': Record<string, never>
  'change-tokens': { orgId: string; changeId: string }
}
type QueueName = keyof Jobs

/** Seconds without a sign of life after which a job is taken from a worker that was killed. */
const HEARTBEAT = 30

/** A failed attempt is repeated after half a minute, then ever later, the last time some two days on. */
const RETRIES = { retryLimit: 20, retryDelay: 30, retryBackoff: true, retryDelayMax: 4 * 60 * 60 }
const QUEUES: Record<QueueName, object> = {
  'deliver-mail': { ...RETRIES, heartbeatSeconds: HEARTBEAT, expireInSeconds: 120 },
  'validate-tokens': { retryLimit: 3, retryDelay: 300, heartbeatSeconds: HEARTBEAT, expireInSeconds: 6 * 60 * 60 },
  // Looks in once a minute, for most of a day, while somebody else is at it: only if that one was killed is there work.
  'change-tokens': { retryLimit: 1_000, retryDelay: 60, heartbeatSeconds: HEARTBEAT, expireInSeconds: 2 * 60 * 60 },
}

export const QUEUE_NAMES: readonly string[] = Object.keys(QUEUES)

/** In UTC, when few are at work. Not on the hour, when everything else begins. */
const DAILY_VALIDATION = '17 2 * * *'

/** Nothing of it runs by itself: no maintenance, no schedule, and never a change of the schema. */
const PASSIVE = { migrate: false, createSchema: false, supervise: false, schedule: false } as const

/** Loaded when it is first needed: it takes longer to load than the rest of a page. */
const load = () => import('pg-boss')

/** One for each queue: it asks its own database once what kind of queue this is, and the first transaction's will do. */
const senders = new Map<QueueName, PgBoss>()

async function withSender(tx: Tx, queue: QueueName, send: (boss: PgBoss, db: Db) => Promise<unknown>): Promise<void> {
  const { PgBoss, fromPrisma } = await load()
  const db = fromPrisma(tx)
  const boss = senders.get(queue) ?? new PgBoss({ ...PASSIVE, db })
  await send(boss, db)
  senders.set(queue, boss)
}

/**
 * Puts a job on `queue` in the transaction of its cause: a rollback leaves none.
 *
 * @param id of the row that the job is about; the same id never makes a second job
 * @param delay seconds before it is begun
 */
export async function enqueueJob<Queue extends QueueName>(tx: Tx, queue: Queue, id: string, job: Jobs[Queue], delay = 0): Promise<void> {
  await withSender(tx, queue, (boss, db) => boss.send(queue, job, { db, id, startAfter: delay }))
}

/** As enqueueJob, for many in one statement. */
export async function enqueueJobs<Queue extends QueueName>(tx: Tx, queue: Queue, jobs: { id: string; data: Jobs[Queue] }[]): Promise<void> {
  if (jobs.length > 0) await withSender(tx, queue, (boss, db) => boss.insert(queue, jobs, { db }))
}

/** Makes the queues, in a schema of their own, and brings that schema up to date. For the role that owns the tables. */
export async function installQueues(url: string, createSchema: boolean): Promise<void> {
  const { PgBoss } = await load()
  const boss = new PgBoss({ ...PASSIVE, connectionString: url, migrate: true, createSchema, max: 1, application_name: 'tokenward-migrate' })
  boss.on('error', (error) => log.error({ err: error }, 'installing the queues'))
  try {
    await boss.start()
    for (const [queue, options] of Object.entries(QUEUES)) {
      await boss.createQueue(queue, options)
      await boss.updateQueue(queue, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

export type Worker = { stop(): Promise<void> }
type Handler<Queue extends QueueName> = (job: Jobs[Queue]) => Promise<void>
type Handlers = { [Queue in QueueName]?: Handler<Queue> }

/** Seconds between two looks into a queue that was empty. */
const LOOK_EVERY = 2
/** Milliseconds for what is under way when the worker is stopped. */
const STOP_LIMIT = 15_000

/** What a handler throws for a job whose time has not come: it is repeated, and nobody is told, for nothing is wrong. */
export class NotYet extends Error {
  override readonly name = 'NotYet'
}

async function attempt<Queue extends QueueName>(queue: Queue, handler: Handler<Queue>, job: JobWithMetadata<Jobs[Queue]>): Promise<void> {
  try {
    await handler(job.data)
  } catch (error) {
    const attempts = job.retryCount + 1
    if (error instanceof NotYet && job.retryCount < job.retryLimit) throw error
    if (job.retryCount < job.retryLimit) log.warn({ err: error, queue, job: job.id, attempts }, 'a job failed and will be repeated')
    else log.error({ err: error, queue, job: job.id, attempts }, 'a job failed for the last time and is given up')
    throw error
  }
}

async function attend<Queue extends QueueName>(boss: PgBoss, queue: Queue, handler: Handler<Queue> | undefined): Promise<void> {
  if (!handler) return
  const options = { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: LOOK_EVERY } as const
  const worker = await boss.work(queue, options, async ([job]: JobWithMetadata<Jobs[Queue]>[]) => {
    if (!job) return
    // There may be more: one a look would let whoever makes many hold up everybody else's for hours.
    boss.notifyWorker(worker)
    await attempt(queue, handler, job)
  })
}

/**
 * Does the jobs of the queues that have a handler until stopped: one at a time, again and ever later where one fails. It survives the
 * database going away and coming back.
 */
export async function startWorker(handlers: Handlers): Promise<Worker> {
  const { PgBoss } = await load()
  const boss = new PgBoss({ ...PASSIVE, connectionString: env().databaseUrl, supervise: true, schedule: true, reindex: false, monitorVacuum: false, max: 2, application_name: 'tokenward-worker' })
  boss.on('error', (error) => log.warn({ err: error }, 'the queues could not be read'))
  await boss.start()
  await attend(boss, 'deliver-mail', handlers['deliver-mail'])
  await attend(boss, 'change-tokens', handlers['change-tokens'])
  await attend(boss, 'validate-tokens', handlers['validate-tokens'])
  // Of several instances one makes the day's job, and one does it.
  if (handlers['validate-tokens']) await boss.schedule('validate-tokens', DAILY_VALIDATION, {}, { tz: 'UTC' })
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_LIMIT }) }
}
