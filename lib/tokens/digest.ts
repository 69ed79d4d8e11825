import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

type Key = { version: number; key: Buffer }

/** What is stored of an API token: a keyed digest, worthless without the key, which is not in the database. */
export type TokenDigest = { version: number; digest: Buffer }

/** Keys as Node wants them. To make one of bytes costs four times the digest. */
const prepared = new WeakMap<Buffer, KeyObject>()

function prepare(key: Buffer): KeyObject {
  const ready = prepared.get(key) ?? createSecretKey(key)
  prepared.set(key, ready)
  return ready
}

function digestWith({ version, key }: Key, apiToken: string): TokenDigest {
  return { version, digest: createHmac('sha256', prepare(key)).update(apiToken).digest() }
}

/**
 * The digest to store, under the newest of `keys`.
 *
 * @throws {RangeError} if there is no key
 */
export function digestForStorage(keys: readonly Key[], apiToken: string): TokenDigest {
  const newest = keys.at(-1)
  if (!newest) throw new RangeError('No HMAC key')
  return digestWith(newest, apiToken)
}

/** Every digest under which `apiToken` may be stored: one for each key that has not been retired. */
export function digestsForLookup(keys: readonly Key[], apiToken: string): Buffer[] {
  return keys.map((key) => digestWith(key, apiToken).digest)
}
