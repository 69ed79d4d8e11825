import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db'
import { countLimitHit } from './metrics'

/** How many failures a window of time allows. */
export type FailureLimit = {
  /** What is counted; part of the key. */
  name: string
  failures: number
  windowSeconds: number
}

function limiter({ name, failures, windowSeconds }: FailureLimit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'failure_counter',
    tableCreated: true,
    keyPrefix: name,
    points: failures,
    duration: windowSeconds,
    clearExpiredByTimeout: false,
  })
}

/**
 * Counts an attempt as a failure in advance, so that attempts side by side cannot slip through;
 * a success takes it back with forgiveFailures or returnAttempt.
 *
 * @returns seconds to wait, or null where the attempt may go on
 */
export async function countAttempt(limit: FailureLimit, key: string): Promise<number | null> {
  return secondsUntilRoom(limit, limiter(limit).consume(key))
}

async function secondsUntilRoom({ name }: FailureLimit, consumed: Promise<RateLimiterRes>): Promise<number | null> {
  try {
    await consumed
    return null
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    countLimitHit(name)
    return secondsOf(refused)
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1_000))

/** Forgets every failure counted under `key`. */
export async function forgiveFailures(limit: FailureLimit, key: string): Promise<void> {
  await limiter(limit).delete(key)
}

/** Takes back one attempt counted in advance. */
export async function returnAttempt(limit: FailureLimit, key: string): Promise<void> {
  await limiter(limit).reward(key)
}

/** Removes counters whose window is over. */
export async function clearFailureCounters(): Promise<void> {
  await pool().query('DELETE FROM failure_counter WHERE expire < extract(epoch FROM now()) * 1000')
}

const inMemory = new Map<string, RateLimiterMemory>()

function memoryLimiter({ name, failures, windowSeconds }: FailureLimit): RateLimiterMemory {
  const known = inMemory.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points: failures, duration: windowSeconds })
  inMemory.set(name, known)
  return known
}

/**
 * Counts a failure in this process's memory: for what happens too often to be written down.
 *
 * @returns seconds to wait, or null while there is room for more
 */
export async function countFailure(limit: FailureLimit, key: string): Promise<number | null> {
  return secondsUntilRoom(limit, memoryLimiter(limit).consume(key))
}
