import { recordInstallationEvent } from '../../audit/commands'
import { env } from '../../platform/env'
import { inTransaction, type Tx } from '../../platform/transaction'
import { lockSigningKeys, storeKey } from '../../platform/store-signing-key'
import type { Operator } from '../operator'

/** Milliseconds for which a new key is published before it signs: five times as long as verifiers may keep what they have read. */
const PUBLISHED_BEFORE = 5 * 60_000

export type Rotation = { kid: string; activeFrom: Date; formerKids: string[] }

/** A key of the configured algorithm that is published and does not sign yet. */
async function findWaiting(tx: Tx): Promise<string | null> {
  const waiting = await tx.signingKey.findFirst({
    where: { alg: env().accessTokenAlg, activeFrom: { gt: tx.now }, revokedAt: null, retiredAt: null },
    select: { kid: true },
  })
  return waiting?.kid ?? null
}

/** The keys that sign until then sign no more from then on. */
async function retireOthers(tx: Tx, kid: string, at: Date): Promise<string[]> {
  const where = { alg: env().accessTokenAlg, kid: { not: kid }, revokedAt: null, OR: [{ retiredAt: null }, { retiredAt: { gt: at } }] }
  const others = await tx.signingKey.findMany({ where, select: { kid: true } })
  await tx.signingKey.updateMany({ where, data: { retiredAt: at } })
  return others.map((other) => other.kid)
}

/**
 * Makes a new signing key. It is published at once and signs after five minutes, when every verifier has read it; the one
 * before stays published until its last token has expired. While one waits, there is nothing to make: that one is it.
 *
 * @param atOnce signs now: a verifier that has read the keys just before refuses its tokens until it reads them again
 */
export async function rotateSigningKey(operator: Operator, { atOnce }: { atOnce: boolean }): Promise<Rotation> {
  return inTransaction(async (tx) => {
    await lockSigningKeys(tx)
    const activeFrom = atOnce ? tx.now : new Date(tx.now.getTime() + PUBLISHED_BEFORE)
    const waiting = await findWaiting(tx)
    if (waiting && !atOnce) {
      const found = await tx.signingKey.findUniqueOrThrow({ where: { kid: waiting }, select: { activeFrom: true } })
      return { kid: waiting, activeFrom: found.activeFrom, formerKids: [] }
    }
    if (waiting) await tx.signingKey.update({ where: { kid: waiting }, data: { activeFrom }, select: { kid: true } })
    const kid = waiting ?? (await storeKey(tx, activeFrom))
    const formerKids = await retireOthers(tx, kid, activeFrom)
    await recordInstallationEvent(tx, operator.request, { type: 'csp__rotate_signing_key', actorUserId: operator.userId, details: { kid, activeFrom: activeFrom.toISOString() } })
    return { kid, activeFrom, formerKids }
  })
}
