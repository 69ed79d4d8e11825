import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'
import { decryptAtRest, encryptAtRest } from './crypto-keys'
import { pool, promptQuery } from './db'
import { env, type SIGNING_ALGORITHMS } from './env'

export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number]

/** Bits of an RSA modulus, NIST SP 800-57's least until 2030: an access token lives half an hour. */
const RSA_BITS = 2_048
/** Milliseconds for which keys are kept in memory: how late another instance learns that one was revoked. */
const KEPT = 5_000
/** Minutes for which a key is published after its last signature: longer than any access token and any cache lives. */
export const PUBLISHED_AFTERWARDS = 35

/** Only what is relied upon here; Node checks the rest. */
const PRIVATE_JWK = z.looseObject({ kty: z.string(), d: z.string() })

export type SigningKey = { kid: string; alg: SigningAlgorithm; privateKey: KeyObject }
type LoadedKey = SigningKey & { publicJwk: JWK; signs: boolean }
type KeyRow = { kid: string; alg: SigningAlgorithm; public_jwk: JWK; encrypted_private: Buffer; signs: boolean }

const LIST_KEYS = `
  SELECT kid, alg, public_jwk, encrypted_private,
         active_from <= now() AND (retired_at IS NULL OR retired_at > now()) AND alg = $1 AS signs
    FROM signing_key
   WHERE revoked_at IS NULL AND (retired_at IS NULL OR retired_at > now() - make_interval(mins => $2))
   ORDER BY active_from DESC, kid`

let loaded: { keys: Promise<LoadedKey[]>; until: number } | undefined
/** A key never changes: what was opened once is kept, and with it whatever is kept by it. */
const opened = new Map<string, KeyObject>()

function open({ kid, encrypted_private: sealed }: KeyRow): KeyObject {
  const known = opened.get(kid)
  if (known) return known
  const key = PRIVATE_JWK.parse(JSON.parse(decryptAtRest(sealed, kid)))
  const privateKey = createPrivateKey({ key, format: 'jwk' })
  opened.set(kid, privateKey)
  return privateKey
}

async function load(): Promise<LoadedKey[]> {
  const rows = await promptQuery<KeyRow>({ name: 'list_signing_keys', text: LIST_KEYS, values: [env().accessTokenAlg, PUBLISHED_AFTERWARDS] })
  const keys = rows.map((row) => ({ kid: row.kid, alg: row.alg, publicJwk: row.public_jwk, signs: row.signs, privateKey: open(row) }))
  for (const kid of opened.keys()) if (!keys.some((key) => key.kid === kid)) opened.delete(kid)
  return keys
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

let reloading: Promise<LoadedKey[]> | undefined

/** Those of the database. One at a time: anybody can show a token of a key that there never was. */
function reload(): Promise<LoadedKey[]> {
  reloading ??= load().finally(() => (reloading = undefined))
  return reloading
}

async function currentKey(): Promise<LoadedKey> {
  const key = (await keys()).find(({ signs }) => signs)
  if (!key) throw new Error(`There is no ${env().accessTokenAlg} key`)
  return key
}

/**
 * The key that signs now.
 *
 * @throws {Error} if there is none: ensureSigningKey was not called
 */
export async function signingKey(): Promise<SigningKey> {
  return currentKey()
}

/**
 * The public part of the key that signs now, PEM.
 *
 * @throws {Error} see signingKey
 */
export async function signingPublicKey(): Promise<{ alg: SigningAlgorithm; pem: string }> {
  const { alg, publicJwk } = await currentKey()
  return { alg, pem: createPublicKey({ key: publicJwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString() }
}

/**
 * Every key that may have signed an access token still alive, for verifiers; never a private part. Each names the one
 * algorithm that it is for, so an installation that has changed from one to the other breaks no token in flight.
 *
 * @see RFC 8725 §3.1
 */
export async function publicKeys(): Promise<JWK[]> {
  return (await keys()).map(({ publicJwk }) => publicJwk)
}

/**
 * The same, asked of the database now: for one who was shown a token of a key that is not among those kept. Another
 * instance may have made it a moment ago.
 */
export async function freshPublicKeys(): Promise<JWK[]> {
  const found = await reload()
  loaded = { keys: Promise.resolve(found), until: performance.now() + KEPT }
  return found.map(({ publicJwk }) => publicJwk)
}

/** A key pair to store: its private part is readable to whoever has KEY_ENCRYPTION_KEY alone. */
export async function makeKey(alg: SigningAlgorithm) {
  const pair = await generateKeyPair(alg, { extractable: true, modulusLength: RSA_BITS })
  const bare = await exportJWK(pair.publicKey)
  const kid = await calculateJwkThumbprint(bare)
  const sealed = encryptAtRest(JSON.stringify(await exportJWK(pair.privateKey)), kid)
  return { kid, publicJwk: { ...bare, kid, use: 'sig', alg }, sealed }
}

/**
 * Makes the first key of the configured algorithm if there is none. Two instances that start at once make one:
 * the lock is held until the transaction ends.
 */
export async function ensureSigningKey(): Promise<void> {
  const alg = env().accessTokenAlg
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('tokenward signing key'))`)
    const { rowCount } = await client.query('SELECT 1 FROM signing_key WHERE retired_at IS NULL AND revoked_at IS NULL AND alg = $1', [alg])
    if (!rowCount) {
      const { kid, publicJwk, sealed } = await makeKey(alg)
      await client.query(
        `INSERT INTO signing_key (kid, alg, public_jwk, encrypted_private, created_at, active_from)
         VALUES ($1, $2, $3, $4, now(), now())`,
        [kid, alg, JSON.stringify(publicJwk), sealed],
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
