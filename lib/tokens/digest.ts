import { createHmac } from 'node:crypto'

type Key = { version: number; key: Buffer }

/** What is stored of an API token: a keyed digest, worthless without the key, which is not in the database. */
export type TokenDigest = { version: number; digest: Buffer }

function digestWith({ version, key }: Key, apiToken: string): TokenDigest {
  return { version, digest: createHmac('sha256', key).update(apiToken).digest() }
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
