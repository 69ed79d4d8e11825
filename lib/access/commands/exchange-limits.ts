import { createHash } from 'node:crypto'
import { networkOf } from '../../identity/network'
import { countFailure, secondsToWait, type FailureLimit } from '../../platform/failure-limit'
import type { Peer } from '../../platform/peer'
import { TooManyFailures } from '../refusal'

/**
 * Failed exchanges of one presented secret, and from one address with whatever secrets.
 *
 * Nobody guesses 256 bits, so these stop loops and floods. A script that goes on with a secret that was replaced is
 * stopped by the first long before it fills the second, which its whole office shares. Counted in this process alone:
 * a failure must not cost a write.
 */
const PER_SECRET: FailureLimit = { name: 'exchange', failures: 20, windowSeconds: 60 }
const PER_ADDRESS: FailureLimit = { name: 'exchange-from', failures: 200, windowSeconds: 60 }

/** What was presented is a secret, or nearly one: it is not kept, not even in memory. */
function keysOf(peer: Peer, presented: string) {
  return { secret: createHash('sha256').update(presented).digest('base64url'), address: networkOf(peer.ip ?? 'unknown') }
}

/** @throws {TooManyFailures} */
export async function requireRoomToFail(peer: Peer, presented: string): Promise<void> {
  const { secret, address } = keysOf(peer, presented)
  const wait = (await secondsToWait(PER_SECRET, secret)) ?? (await secondsToWait(PER_ADDRESS, address))
  if (wait !== null) throw new TooManyFailures(wait)
}

/** @throws {TooManyFailures} where attempts side by side have used up what was left */
export async function countFailedExchange(peer: Peer, presented: string): Promise<void> {
  const { secret, address } = keysOf(peer, presented)
  const wait = (await countFailure(PER_SECRET, secret)) ?? (await countFailure(PER_ADDRESS, address))
  if (wait !== null) throw new TooManyFailures(wait)
}
