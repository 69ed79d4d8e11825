import { handleAuthorize, handleKeys, handleLoggedInUser, handleTokenPublicKey, handleWrongMethod } from '@/lib/access/http'
import { handleHealthz, handleReadyz } from '@/lib/platform/health'
import type { Peer } from '@/lib/platform/peer'

type Handler = (request: Request, peer: Peer) => Promise<Response>

/**
 * Addresses that are answered ahead of Next, whose router alone costs several times the work of an exchange.
 * The same functions stand behind the `route.ts` of each address, for where Next answers alone.
 *
 * By path, then by method.
 */
const HOT_ROUTES: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/csp/gateway/am/api/auth/api-tokens/authorize': { POST: handleAuthorize },
  '/csp/gateway/am/api/auth/keys': { GET: handleKeys },
  '/csp/gateway/am/api/auth/token-public-key': { GET: handleTokenPublicKey },
  '/csp/gateway/am/api/loggedin/user': { GET: handleLoggedInUser },
  '/healthz': { GET: handleHealthz },
  '/readyz': { GET: handleReadyz },
}

/** Who answers `method` at `path` ahead of Next; null: Next does. */
export function findHotRoute(method: string, path: string): Handler | null {
  const methods = HOT_ROUTES[path]
  if (!methods) return null
  return methods[method === 'HEAD' ? 'GET' : method] ?? handleWrongMethod(Object.keys(methods).join(', '))
}
