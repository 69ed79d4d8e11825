import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from './env'

const ALGORITHM = 'aes-256-gcm'
/** Bytes; NIST SP 800-38D recommends 96 bits for the nonce. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * `text` encrypted under KEY_ENCRYPTION_KEY: nonce, ciphertext, tag.
 *
 * @param purpose bound to the result, so that it cannot be passed off as something else's
 */
export function encryptAtRest(text: string, purpose: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, env().keyEncryptionKey, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()])
}

/**
 * The text that encryptAtRest was given.
 *
 * @throws {Error} if key or purpose is another, or a bit was changed
 */
export function decryptAtRest(sealed: Uint8Array, purpose: string): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv(ALGORITHM, env().keyEncryptionKey, bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const ciphertext = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
}
