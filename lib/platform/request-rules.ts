/** Rules for requests that `server/` and, on Vercel, `proxy.ts` apply alike. Pure. */

/** Bytes of a console's form. */
export const MAX_FORM_BYTES = 1024 * 1024

/** Addresses that programs call, with credentials of their own and no cookie. Browsers' forms have no business there. */
const FOR_PROGRAMS = /^\/(csp|oauth|api\/cron)(\/|$)/
const SAFE_METHODS = new Set(['GET', 'HEAD'])

/** Whatever else a client may ask with, nothing here answers it. */
export const SERVED_METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Where every failure is the error envelope. Also told of a target that is no path, as `http://host/csp/…` is none. */
const IN_ENVELOPE = /^(https?:\/\/[^/?#]*)?\/(csp|oauth|api\/cron)([/?#]|$)/i

export const isEnvelopePath = (target: string): boolean => IN_ENVELOPE.test(target)

/** Headers by which Next, next-auth or we ourselves are told things: never by a client. */
const INTERNAL =
  /^(x-forwarded-|x-middleware-|x-tw-|x-nextjs-(?!(html-)?request-id$)|x-vercel-|x-matched-path$|x-invoke-|x-nonce$|x-real-ip$|x-request-id$|x-action-|forwarded$|content-security-policy|next-resume$)/

export const isInternalHeader = (name: string): boolean => INTERNAL.test(name)

export type RuledRequest = {
  method: string
  path: string
  origin: string | null | undefined
  contentType: string | null | undefined
  /** Whether Next is asked by header to run a server action. */
  nextAction: boolean
}

/**
 * Whether a request that may change something comes from one of our own pages. Browsers send `Origin` with every
 * such request; its absence is a refusal, as is any other origin than the one configured. Where programs call, Next
 * might still run an action that is sent there, so what looks like one is judged as everywhere else.
 */
export function hasRightOrigin({ method, path, origin, contentType, nextAction }: RuledRequest, publicOrigin: string): boolean {
  if (SAFE_METHODS.has(method)) return true
  const mayBeAction = nextAction || (contentType ?? '').toLowerCase().startsWith('multipart/')
  if (FOR_PROGRAMS.test(path) && !mayBeAction) return true
  return origin === publicOrigin
}

/**
 * Whether somebody follows a link here, and from no other site, going by what browsers say in `Sec-Fetch-Site`: for the
 * few links that choose something. Whoever types an address or has an old browser is no other site; HEAD follows
 * nothing, though Next answers it with what is there for GET.
 *
 * @see W3C Fetch Metadata Request Headers §2.3; RFC 9110 §9.3.2
 */
export function isFollowedHere({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  const site = headers.get('sec-fetch-site')
  return method === 'GET' && site !== 'cross-site' && site !== 'same-site'
}
