import { countLimitHit } from './metrics'
import type { Tx } from './transaction'

/** How often something may be done within a window of time, which begins with the first. */
export type ActLimit = {
  /** What is counted; part of the key. */
  name: string
  acts: number
  windowSeconds: number
}

/**
 * Counts what is done, in its own transaction: what is refused after all, or fails, counts for nothing. Whoever does it
 * under the same key at the same time waits, and so is counted, too: call it last, with every other lock taken.
 *
 * @returns seconds to wait, of which the caller makes a refusal that rolls this back; null where it may be done
 */
export async function countAct(tx: Tx, { name, acts, windowSeconds }: ActLimit, key: string): Promise<number | null> {
  const now = tx.now.getTime()
  const [counted] = await tx.$queryRaw<{ points: number; expire: bigint }[]>`
    INSERT INTO failure_counter AS c (key, points, expire) VALUES (${`${name}:${key}`}, 1, ${now + windowSeconds * 1_000}::bigint)
    ON CONFLICT (key) DO UPDATE
       SET points = CASE WHEN c.expire > ${now}::bigint THEN c.points + 1 ELSE 1 END,
           expire = CASE WHEN c.expire > ${now}::bigint THEN c.expire ELSE excluded.expire END
    RETURNING points, expire`
  if (!counted || counted.points <= acts) return null
  countLimitHit(name)
  return Math.max(1, Math.ceil((Number(counted.expire) - now) / 1_000))
}
