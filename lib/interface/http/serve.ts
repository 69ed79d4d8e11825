import { peerFrom, type Peer } from '../../platform/peer'
import { answerRefusal, HttpRefusal, notFound } from './answering'
import { answering } from './refusing'
import { makeRouteTable } from './route-table'
import { ENDPOINTS } from './routes'

export type InterfaceHandler = (request: Request, peer: Peer) => Promise<Response>

const table = makeRouteTable(ENDPOINTS)

/** Whatever else stands under an address that is all for programs. */
const unknown: InterfaceHandler = async (_request, peer) => answerRefusal(peer, notFound())

/** Addresses below which there is nothing but the interface. */
const ALL_FOR_PROGRAMS = /^\/(csp|oauth|api\/cron)(\/|$)/

function wrongMethod(allowed: readonly string[]): InterfaceHandler {
  const allow = allowed.join(', ')
  return async (_request, peer) => answerRefusal(peer, new HttpRefusal(405, 'method_not_allowed', `Use ${allow}`, { allow }))
}

/** Who answers `method` at `path`; null where that is an address of the console, or nobody's. */
export function findInterfaceHandler(method: string, path: string): InterfaceHandler | null {
  const found = table.find(method, path)
  if (!found) return ALL_FOR_PROGRAMS.test(path) ? unknown : null
  if ('allowed' in found) return wrongMethod(found.allowed)
  return (request, peer) => found.endpoint.respond(request, peer, found.params)
}

/** Answers where Next stands in front, as on Vercel: the same as the server of our own does ahead of Next. */
export async function serveInterface(request: Request): Promise<Response> {
  const peer = peerFrom(request.headers)
  return answering(peer, async () => (findInterfaceHandler(request.method, new URL(request.url).pathname) ?? unknown)(request, peer))
}
