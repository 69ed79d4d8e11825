/** Characters of a path to return to; a longer one is not worth returning to. */
const MAX_PATH = 2_000
const SELF = 'http://self.invalid'

/**
 * `text` if it leads to a path on this site, else `fallback`: a redirect must never lead elsewhere.
 *
 * It is read as a browser reads it, so that `//host`, `/\\host` and control characters in between are seen through.
 */
export function ownPath(text: string | null | undefined, fallback: string): string {
  if (!text?.startsWith('/') || text.length > MAX_PATH || !URL.canParse(text, SELF)) return fallback
  const url = new URL(text, SELF)
  const path = url.pathname + url.search + url.hash
  return url.origin === SELF && !path.startsWith('//') ? path : fallback
}
