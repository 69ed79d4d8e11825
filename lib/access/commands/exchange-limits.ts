import { createHash } from 'node:crypto'
import { networkOf } from '../../identity/network'
import { countFailure, type FailureLimit } from '../../platform/failure-limit'
import type { Peer } from '../../platform/peer'
import { TooManyFailures } from '../refusal'

/**
 * Failed exchanges of one presented secret, and from one address with whatever secrets.
 *
 * Nobody guesses 256 bits, so these stop loops and floods. Counted in this process alone: a failure must not cost a
 * write. Only what has failed is counted and refused: a right secret works, whoever fails beside it.
 *
 * @see docs/decisions/0008
 */
const PER_SECRET: FailureLimit = { name: 'exchange', failures: 20, windowSeconds: 60 }
const PER_ADDRESS: FailureLimit = { name: 'exchange-from', failures: 200, windowSeconds: 60 }

/** What was presented is a secret, or nearly one: it is not kept, not even in memory. */
const digestOf = (presented: string) => createHash('sha256').update(presented).digest('base64url')

/** Until when, by the process's own clock, nothing is looked up for a secret: by its digest, the earliest first. */
const stopped = new Map<string, number>()

function stop(digest: string, seconds: number): void {
  const now = performance.now()
  for (const [each, until] of stopped) {
    if (until > now) break
    stopped.delete(each)
  }
  stopped.set(digest, now + seconds * 1_000)
}

/**
 * Refuses a wrong secret that goes on and on before the database is asked. Costs nothing while there is none.
 *
 * @throws {TooManyFailures}
 */
export function refuseStopped(presented: string): void {
  if (stopped.size === 0) return
  const milliseconds = (stopped.get(digestOf(presented)) ?? 0) - performance.now()
  if (milliseconds > 0) throw new TooManyFailures(Math.ceil(milliseconds / 1_000))
}

/**
 * Counts a failure of a token's secret, which may work again the next moment.
 *
 * @throws {TooManyFailures}
 */
export async function countFailureOfToken(presented: string): Promise<void> {
  const wait = await countFailure(PER_SECRET, digestOf(presented))
  if (wait !== null) throw new TooManyFailures(wait)
}

/**
 * Counts a failure from the address of `peer`.
 *
 * @throws {TooManyFailures}
 */
export async function countFailureFrom(peer: Peer): Promise<void> {
  const wait = await countFailure(PER_ADDRESS, networkOf(peer.ip ?? 'unknown'))
  if (wait !== null) throw new TooManyFailures(wait)
}

/**
 * Counts a failure of what is no token's secret. The address first: what one makes up that is over its limit is not
 * kept, or a flood from it would fill the memory.
 *
 * @throws {TooManyFailures}
 */
export async function countUnknownSecret(peer: Peer, presented: string): Promise<void> {
  await countFailureFrom(peer)
  const digest = digestOf(presented)
  const wait = await countFailure(PER_SECRET, digest)
  if (wait === null) return
  stop(digest, wait)
  throw new TooManyFailures(wait)
}
