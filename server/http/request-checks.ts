import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { isEnvelopePath, SERVED_METHODS } from '@/lib/platform/request-rules'
import type { RefusalStatus } from './refusal'

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\]|\[?::ffff:127\..+|0\.0\.0\.0)$/i

/**
 * The path of a request target, as every later reader will understand it; null where they might not agree
 * (`//`, `/..`, `\`, `%ff`, a whole URL): such a path could pass a check here and mean something else to the router.
 */
export function readPath(target: string): string | null {
  const end = target.search(/[?#]/)
  const path = end < 0 ? target : target.slice(0, end)
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return null
  try {
    decodeURIComponent(path)
    return new URL(path, 'http://localhost').pathname === path ? path : null
  } catch {
    return null
  }
}

/** The slashes before an address that programs put together from a host and a path. */
const BEFORE_PROGRAMS = /^\/+(?=(csp|oauth|\.well-known|api\/cron)\/)/

/**
 * The target as clients of the console replaced mean it where programs call: some addresses of theirs end with a slash,
 * and whoever ends the host with one sends two at the beginning. It replaces what was sent before anybody looks, so that
 * all readers agree. Next would answer a last slash with a redirect that has the query, and so an API token, in it.
 */
export function withoutStraySlashes(target: string): string {
  const [, sent = '', query = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? []
  if (!BEFORE_PROGRAMS.test(sent)) return target
  const path = sent.replace(BEFORE_PROGRAMS, '/')
  return (path.endsWith('/') && !path.endsWith('//') ? path.slice(0, -1) : path) + query
}

export const countHosts = ({ rawHeaders }: IncomingMessage): number => rawHeaders.filter((name, at) => at % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host').length

/** Whether the page that a browser says it is on can be read. Next's own reader, which answers 500 where it cannot. */
function hasReadableState({ headers }: IncomingMessage): boolean {
  try {
    parseAndValidateFlightRouterState(headers['next-router-state-tree'])
    return true
  } catch {
    return false
  }
}

/** What is wrong with a request whatever it asks for; null where nothing is. */
export function findFault(request: IncomingMessage, path: string | null): RefusalStatus | null {
  const { method = '', headers, httpVersion } = request
  if (!SERVED_METHODS.includes(method)) return 405
  const hosts = countHosts(request)
  if (path === null || hosts > 1 || (hosts === 0 && httpVersion === '1.1')) return 400
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue') return 417
  // Next would answer with a redirect to another address, and the query, with its API token, in it.
  if (isEnvelopePath(path) && (path.endsWith('/') || path.includes('//'))) return 404
  return hasReadableState(request) ? null : 400
}

/** `right`: serve it. `redirect`: the same machine under another name, whose cookies would not be found. */
export function judgeHost(host: string | undefined, publicUrl: URL): 'right' | 'redirect' | 'wrong' {
  // Behind another name the console stands behind a proxy, which may pass on any Host.
  if (!LOOPBACK.test(publicUrl.hostname) || host === publicUrl.host) return 'right'
  const name = URL.canParse(`http://${host ?? ''}`) ? new URL(`http://${host ?? ''}`).hostname : ''
  // A name that is not loopback but leads here is how a foreign page would reach a console on this machine.
  return LOOPBACK.test(name) ? 'redirect' : 'wrong'
}
