import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Bytes of a client secret's random part: 256 bits, so nothing can be guessed from its digest. */
const ENTROPY_BYTES = 32

/** A new client secret. Its prefix tells secret scanners, and whoever finds one, what it is. */
export function makeClientSecret(): string {
  return `tws_${randomBytes(ENTROPY_BYTES).toString('base64url')}`
}

/** What is stored of a client secret. */
export function digestClientSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Whether `secret` has the stored digest, in the same time whatever is wrong with it. Without a digest nothing has. */
export function isClientSecret(secret: string, digest: Uint8Array | null): boolean {
  const given = digestClientSecret(secret)
  return timingSafeEqual(given, digest ?? Buffer.alloc(given.length)) && digest !== null
}
