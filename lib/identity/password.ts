import { hash, verify } from '@node-rs/argon2'
import { MAX_PASSWORD_BYTES } from './password-length'

/** OWASP's recommendation for argon2id, which is the library's default algorithm: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash, as a PHC string, to store of a password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS)
}

let decoy: Promise<string> | undefined

/**
 * Whether `password` is the one that `stored` was made of.
 *
 * Takes as long where there is nothing to compare with, so that time does not tell whether an account exists.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  // None that long was ever stored: argon2 would be made to work for nothing.
  if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES) return false
  decoy ??= hashPassword('no account has this password')
  const matches = await verify(stored ?? (await decoy), password)
  return matches && stored !== null
}
