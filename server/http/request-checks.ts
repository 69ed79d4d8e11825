const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\]|\[?::ffff:127\..+|0\.0\.0\.0)$/i

/**
 * The path of a request target, as every later reader will understand it; null where they might not agree
 * (`//`, `/..`, `\`, a whole URL): such a path could pass a check here and mean something else to the router.
 */
export function readPath(target: string): string | null {
  const end = target.search(/[?#]/)
  const path = end < 0 ? target : target.slice(0, end)
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return null
  try {
    return new URL(path, 'http://localhost').pathname === path ? path : null
  } catch {
    return null
  }
}

/** `right`: serve it. `redirect`: the same machine under another name, whose cookies would not be found. */
export function judgeHost(host: string | undefined, publicUrl: URL): 'right' | 'redirect' | 'wrong' {
  // Behind another name the console stands behind a proxy, which may pass on any Host.
  if (!LOOPBACK.test(publicUrl.hostname) || host === publicUrl.host) return 'right'
  const name = URL.canParse(`http://${host ?? ''}`) ? new URL(`http://${host ?? ''}`).hostname : ''
  // A name that is not loopback but leads here is how a foreign page would reach a console on this machine.
  return LOOPBACK.test(name) ? 'redirect' : 'wrong'
}
