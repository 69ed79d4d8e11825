import { crc32 } from 'node:zlib'
import { decodeBase62, encodeBase62 } from './base62'

/** Bytes of a secret's random part: 256 bits. */
export const ENTROPY_BYTES = 32
const ORG_BYTES = 16
const ORG_DIGITS = 22
const ENTROPY_DIGITS = 43
const CHECKSUM_DIGITS = 6

/**
 * What an API token looks like: prefix, organization, secret, checksum.
 *
 * Published for secret scanners; they find a leaked token by it.
 */
export const API_TOKEN_PATTERN = /^tw_([0-9A-Za-z]{22})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/

export const API_TOKEN_LENGTH = 'tw_'.length + ORG_DIGITS + '_'.length + ENTROPY_DIGITS + CHECKSUM_DIGITS

function checksum(body: string): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(body))
  return encodeBase62(bytes, CHECKSUM_DIGITS)
}

/**
 * The text of an API token.
 *
 * @param orgId the organization's UUID
 * @param entropy 32 bytes from a cryptographic random source
 * @throws {RangeError} if either has another length
 */
export function formatApiToken(orgId: string, entropy: Uint8Array): string {
  const org = Buffer.from(orgId.replaceAll('-', ''), 'hex')
  if (org.length !== ORG_BYTES) throw new RangeError('An organization id is a UUID')
  if (entropy.length !== ENTROPY_BYTES) throw new RangeError(`An API token needs ${ENTROPY_BYTES} random bytes`)
  const body = `tw_${encodeBase62(org, ORG_DIGITS)}_${encodeBase62(entropy, ENTROPY_DIGITS)}`
  return body + checksum(body)
}

/** The organization that `text` belongs to, or null where form or checksum is wrong. Asks no database. */
export function readApiToken(text: string): { orgId: string } | null {
  const match = API_TOKEN_PATTERN.exec(text)
  if (!match) return null
  const org = decodeBase62(match[1] ?? '', ORG_BYTES)
  if (!org || !decodeBase62(match[2] ?? '', ENTROPY_BYTES)) return null
  if (checksum(text.slice(0, -CHECKSUM_DIGITS)) !== match[3]) return null
  const hex = Buffer.from(org).toString('hex')
  return { orgId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }
}

/** By which people recognize a token; never enough to guess it. */
export function lastFourOf(apiToken: string): string {
  return apiToken.slice(-4)
}
