/** Milliseconds without a request after which a session is over; findUser says the same in SQL. */
const IDLE_LIMIT = 2 * 60 * 60 * 1_000

/** Which sessions are alive at `now`, as a filter: neither ended nor too old nor unused for too long. */
export function aliveAt(now: Date) {
  return { endedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - IDLE_LIMIT) } }
}
