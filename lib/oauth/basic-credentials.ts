export type BasicCredentials = { clientId: string; clientSecret: string }

/** Undoes `application/x-www-form-urlencoded`; null where it is none. */
function decodeForm(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}

/**
 * What an `Authorization: Basic …` header says; null where there is none, or one that cannot be read. Client id and
 * secret are each form-encoded before they are joined.
 *
 * @see RFC 6749 §2.3.1; RFC 7617 §2
 */
export function readBasicCredentials(authorization: string | null): BasicCredentials | null {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+={0,2}) *$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 0) return null
  const clientId = decodeForm(text.slice(0, colon))
  const clientSecret = decodeForm(text.slice(colon + 1))
  return clientId === null || clientSecret === null ? null : { clientId, clientSecret }
}
