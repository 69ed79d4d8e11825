import { createHash, timingSafeEqual } from 'node:crypto'

/** Of equal length whatever was sent, so that the comparison takes the same time. */
const digest = (text: string) => createHash('sha256').update(text).digest()

/** What a request sends as `Authorization: Bearer`; null where it sends none. RFC 6750 §2.1 */
export function bearerOf(headers: Headers): string | null {
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
}

/** Whether the request has `secret`, one of this installation's own, as `Authorization: Bearer`. */
export function hasBearerSecret(request: Request, secret: string): boolean {
  const given = bearerOf(request.headers)
  return given !== null && timingSafeEqual(digest(given), digest(secret))
}
