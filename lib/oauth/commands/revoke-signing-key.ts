import { recordInstallationEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import { env } from '../../platform/env'
import { lockSigningKeys, storeKey } from '../../platform/store-signing-key'
import { inTransaction, type Tx } from '../../platform/transaction'
import type { Operator } from '../operator'

/** Those of the configured algorithm that are neither revoked nor retired for good. */
async function findUsable(tx: Tx) {
  return tx.signingKey.findMany({
    where: { alg: env().accessTokenAlg, revokedAt: null, OR: [{ retiredAt: null }, { retiredAt: { gt: tx.now } }] },
    select: { kid: true, activeFrom: true, retiredAt: true },
    orderBy: [{ activeFrom: 'desc' }, { kid: 'asc' }],
  })
}

/** Sees to it that a key signs now and goes on doing so: one that does, one that waits, or else a new one. */
async function keepSigning(tx: Tx): Promise<string> {
  const usable = await findUsable(tx)
  const chosen = usable.find(({ activeFrom }) => activeFrom <= tx.now) ?? usable[0]
  if (!chosen) return storeKey(tx, tx.now)
  const waits = chosen.activeFrom > tx.now
  // It was to be retired in favour of the one that is revoked, if nothing waits to follow it.
  const followed = usable.some(({ kid, retiredAt }) => kid !== chosen.kid && retiredAt === null)
  await tx.signingKey.update({
    where: { kid: chosen.kid },
    data: { ...(waits && { activeFrom: tx.now }), ...(!followed && { retiredAt: null }) },
    select: { kid: true },
  })
  return chosen.kid
}

/**
 * Drops a signing key at once: what it has signed is refused here from now on, and by others as soon as they read the
 * keys again. Another signs in its place.
 *
 * @returns the key that signs now
 * @throws {DomainError} not_found where there is no such key, or it is revoked already
 */
export async function revokeSigningKey(operator: Operator, { kid }: { kid: string }): Promise<string> {
  return inTransaction(async (tx) => {
    await lockSigningKeys(tx)
    const { count } = await tx.signingKey.updateMany({ where: { kid, revokedAt: null }, data: { revokedAt: tx.now } })
    if (count === 0) throw new DomainError('not_found')
    const signing = await keepSigning(tx)
    await recordInstallationEvent(tx, operator.request, { type: 'csp__revoke_signing_key', actorUserId: operator.userId, details: { kid, signing } })
    return signing
  })
}
