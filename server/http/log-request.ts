import type { IncomingMessage, ServerResponse } from 'node:http'
import { requestLog } from '@/lib/platform/log'
import { countRequest } from '@/lib/platform/metrics'
import type { Peer } from '@/lib/platform/peer'
import { loggedPath } from './logged-path'
import { requestClass } from './request-class'

/** What nginx logs, too, for a client that did not wait for its answer. */
const CLIENT_GONE = 499

export type Logged = { request: IncomingMessage; response: ServerResponse; path: string; peer: Peer }

/** Counts each request and logs one line of it, without its query: an old client puts its API token there. */
export function logWhenDone({ request, response, path, peer }: Logged): void {
  const since = performance.now()
  response.once('close', () => {
    const milliseconds = Math.round((performance.now() - since) * 10) / 10
    const status = response.writableFinished ? response.statusCode : CLIENT_GONE
    countRequest(requestClass(path), status)
    requestLog.info({ requestId: peer.requestId, ip: peer.ip, method: request.method, path: loggedPath(path), status, milliseconds }, 'request')
  })
}
