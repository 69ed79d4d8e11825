import { z } from 'zod'
import { env } from './env'
import { makeKey } from './signing-keys'
import type { Tx } from './transaction'

/** Only one at a time makes keys, or changes when they sign. Held until the transaction ends. */
export async function lockSigningKeys(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tokenward signing key'))`
}

const JSON_OBJECT = z.record(z.string(), z.json())

/** Makes a key of the configured algorithm that signs from `activeFrom` on; returns its id. */
export async function storeKey(tx: Tx, activeFrom: Date): Promise<string> {
  const alg = env().accessTokenAlg
  const { kid, publicJwk, sealed } = await makeKey(alg)
  await tx.signingKey.create({
    data: { kid, alg, publicJwk: JSON_OBJECT.parse(publicJwk), encryptedPrivate: new Uint8Array(sealed), createdAt: tx.now, activeFrom },
    select: { kid: true },
  })
  return kid
}
