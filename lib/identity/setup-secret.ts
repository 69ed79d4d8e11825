import { createHash } from 'node:crypto'

/** Bytes of a setup link's secret. */
export const SETUP_SECRET_BYTES = 32

/** What is stored of a setup link. Its secret is too random to be guessed from a plain digest. */
export function digestSetupSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
