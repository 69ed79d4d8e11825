/** How an answer is protected in the browser. `nonce` is new for every answer. */
export type HeaderOptions = { nonce: string; tls: boolean; dev: boolean }

/**
 * Headers that every answer carries, errors included.
 *
 * Scripts run only with the nonce. Style attributes are allowed since Base UI positions popups with them;
 * style elements need the nonce. `next dev` evaluates code, styles its overlay without a nonce and connects to itself
 * by web socket.
 *
 * @see spec: quality.md §3, Headers
 */
export function securityHeaders({ nonce, tls, dev }: HeaderOptions): Record<string, string> {
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self'`,
    `style-src-elem 'self' ${dev ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(tls ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** The same for answers that only programs read: nothing in them may run or be loaded, so they need no nonce. */
export function programHeaders(tls: boolean): Record<string, string> {
  return { ...securityHeaders({ nonce: 'none', tls, dev: false }), 'content-security-policy': `default-src 'none'; frame-ancestors 'none'` }
}
