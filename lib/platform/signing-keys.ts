import { calculateJwkThumbprint, exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import { decryptAtRest, encryptAtRest } from './crypto-keys'
import { pool, promptQuery } from './db'

/** Access tokens are signed with this; every JWT library verifies it, and it is ten times faster than RS256. */
export const SIGNING_ALGORITHM = 'ES256'
/** Milliseconds for which keys are kept in memory: how late another instance learns of a rotation. */
const KEPT = 60_000

/** Only what is relied upon here; jose checks the rest. */
const PRIVATE_JWK = z.looseObject({ kty: z.string(), d: z.string() })

type LoadedKey = { kid: string; publicJwk: JWK; privateKey: CryptoKey; signs: boolean }
type KeyRow = { kid: string; public_jwk: JWK; encrypted_private: Buffer; signs: boolean }

let loaded: { keys: Promise<LoadedKey[]>; until: number } | undefined

async function load(): Promise<LoadedKey[]> {
  const rows = await promptQuery<KeyRow>({
    name: 'list_signing_keys',
    text: `SELECT kid, public_jwk, encrypted_private, active_from <= now() AND retired_at IS NULL AS signs
             FROM signing_key WHERE revoked_at IS NULL AND alg = $1 ORDER BY active_from DESC, kid`,
    values: [SIGNING_ALGORITHM],
  })
  return Promise.all(
    rows.map(async (row) => {
      const jwk = PRIVATE_JWK.parse(JSON.parse(decryptAtRest(row.encrypted_private, row.kid)))
      return { kid: row.kid, publicJwk: row.public_jwk, privateKey: await importKey(jwk), signs: row.signs }
    }),
  )
}

async function keys(): Promise<LoadedKey[]> {
  const now = performance.now()
  if (!loaded || loaded.until < now) {
    const attempt = { keys: load(), until: now + KEPT }
    loaded = attempt
    attempt.keys.catch(() => {
      if (loaded === attempt) loaded = undefined
    })
  }
  return loaded.keys
}

async function currentKey(): Promise<LoadedKey> {
  const key = (await keys()).find(({ signs }) => signs)
  if (!key) throw new Error('There is no signing key')
  return key
}

/**
 * The key that signs now.
 *
 * @throws {Error} if there is none: ensureSigningKey was not called
 */
export async function signingKey(): Promise<{ kid: string; privateKey: CryptoKey }> {
  return currentKey()
}

/**
 * The public part of the key that signs now, PEM.
 *
 * @throws {Error} see signingKey
 */
export async function signingPublicKey(): Promise<string> {
  return exportSPKI(await importKey((await currentKey()).publicJwk))
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, SIGNING_ALGORITHM)
  if (key instanceof Uint8Array) throw new Error('A signing key is a key pair')
  return key
}

/** Every key that may have signed an access token still alive, for verifiers. Never a private part. */
export async function publicKeys(): Promise<JWK[]> {
  return (await keys()).map(({ publicJwk }) => publicJwk)
}

/**
 * Makes the first signing key if there is none. Two instances that start at once make one:
 * the lock is held until the transaction ends.
 */
export async function ensureSigningKey(): Promise<void> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('tokenward signing key'))`)
    const { rowCount } = await client.query('SELECT 1 FROM signing_key WHERE retired_at IS NULL AND revoked_at IS NULL AND alg = $1', [SIGNING_ALGORITHM])
    if (!rowCount) {
      const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true })
      const bare = await exportJWK(pair.publicKey)
      const kid = await calculateJwkThumbprint(bare)
      const sealed = encryptAtRest(JSON.stringify(await exportJWK(pair.privateKey)), kid)
      await client.query(
        `INSERT INTO signing_key (kid, alg, public_jwk, encrypted_private, created_at, active_from)
         VALUES ($1, $2, $3, $4, now(), now())`,
        [kid, SIGNING_ALGORITHM, JSON.stringify({ ...bare, kid, use: 'sig', alg: SIGNING_ALGORITHM }), sealed],
      )
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
  loaded = undefined
}
