import { createHash, timingSafeEqual } from 'node:crypto'

/** Of equal length whatever was sent, so that the comparison takes the same time. */
const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether the request has `secret`, one of this installation's own, as `Authorization: Bearer`. */
export function hasBearerSecret(request: Request, secret: string): boolean {
  const [, given] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  return given !== undefined && timingSafeEqual(digest(given), digest(secret))
}
