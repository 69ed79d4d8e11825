import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { findInterfaceHandler } from '@/lib/interface/http/serve'
import { log } from '@/lib/platform/log'
import type { Peer } from '@/lib/platform/peer'
import { hasRightOrigin, isEnvelopePath, SERVED_METHODS } from '@/lib/platform/request-rules'
import { securityHeaders } from '@/lib/platform/security-headers'
import { createExchange, isPlainExchange } from './exchange'
import { hasBody, hasTooManyFields, holdsAction, isWellFormed, readBody, replay } from './body'
import { isLocalRequest } from './local-request'
import { logWhenDone } from './log-request'
import type { IsTrusted } from './peer-address'
import { peerOf } from './peer-of'
import { refuse } from './refusal'
import { findFault, judgeHost, readPath, withoutStraySlashes } from './request-checks'
import { dropInternalHeaders, sayInternalHeaders } from './request-headers'
import { sendWebResponse, toWebRequest } from './web'

/** Bytes of what programs send. Each address refuses far less by itself, and says how much. */
const MAX_HOT_BODY = 64 * 1024

export type FrontOptions = {
  publicUrl: URL
  isTrusted: IsTrusted
  /** While developing, Next answers everything, so that a change is seen. */
  dev: boolean
  /** Next's own handler. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

type Context = { request: IncomingMessage; response: ServerResponse; path: string; peer: Peer; options: FrontOptions }

/** Sets what every answer carries and tells Next what it may believe. */
function introduce(request: IncomingMessage, response: ServerResponse, options: FrontOptions): Omit<Context, 'path'> {
  const { publicUrl, isTrusted, dev } = options
  const peer = peerOf(request, isTrusted)
  const nonce = randomBytes(16).toString('base64')
  const headers = securityHeaders({ nonce, tls: publicUrl.protocol === 'https:', dev })
  for (const name in headers) response.setHeader(name, headers[name] ?? '')
  response.setHeader('x-request-id', peer.requestId)
  dropInternalHeaders(request.headers)
  const target = (request.url ?? '/').replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '')
  const policy = headers['content-security-policy'] ?? ''
  sayInternalHeaders(request.headers, { requestId: peer.requestId, address: peer.ip ?? '', path: target, nonce, policy, publicUrl })
  return { request, response, peer, options }
}

/**
 * An action answers its refusals itself, with 200. A 500 is then Next's, for arguments that could not be decoded: the
 * client's mistake, and so a 400. A 307 is Next's, too, for a page that sends a guest to the sign-in page: to a form it
 * says to post once more there, passwords and all, where nothing is known of it. A 303 says to go and look.
 */
function correctStatus({ request, response }: Context, body: Buffer): void {
  const byScript = 'next-action' in request.headers
  if (!byScript && !holdsAction(body)) return
  const corrected = new Map(byScript ? [[500, 400]] : [[500, 400], [307, 303]])
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  Object.assign(response, { writeHead: (status: number, ...rest: unknown[]) => writeHead(corrected.get(status) ?? status, ...rest) })
}

async function passToNext(context: Context): Promise<void> {
  const { request, response, options } = context
  if (!hasBody(request)) return options.handle(request, response)
  const body = await readBody(request)
  if (!body || hasTooManyFields(request.headers, body)) return refuse(request, response, 413)
  if (!(await isWellFormed(request.headers, body))) return refuse(request, response, 400)
  correctStatus(context, body)
  return options.handle(replay(request, body), response)
}

async function answerHot(hot: NonNullable<ReturnType<typeof findInterfaceHandler>>, { request, response, peer, options }: Context): Promise<void> {
  const body = hasBody(request) ? await readBody(request, MAX_HOT_BODY) : Buffer.alloc(0)
  if (!body) return refuse(request, response, 413)
  return sendWebResponse(await hot(toWebRequest(request, body, options.publicUrl.origin), { ...peer, local: isLocalRequest(request) }), response, request.method)
}

async function answer(context: Context, host: string | undefined): Promise<void> {
  const { request, response, path, options } = context
  const { publicUrl, dev } = options
  const method = request.method ?? 'GET'
  const hot = dev ? null : findInterfaceHandler(method, path)
  if (hot) return answerHot(hot, context)
  const judged = judgeHost(host, publicUrl)
  // A program is not sent elsewhere: its API token may stand in the address.
  if (judged === 'redirect' && !isEnvelopePath(path) && (method === 'GET' || method === 'HEAD')) {
    response.writeHead(307, { location: `${publicUrl.origin}${request.url ?? '/'}`, 'cache-control': 'no-store' }).end()
    return
  }
  if (judged === 'wrong') return refuse(request, response, 421, `Its address is ${publicUrl.origin}`)
  const { origin, 'content-type': contentType } = request.headers
  const ruled = { method, path, origin, contentType, nextAction: 'next-action' in request.headers }
  if (!hasRightOrigin(ruled, publicUrl.origin)) return refuse(request, response, 403)
  return passToNext(context)
}

/** Whether the client has gone away before it had sent everything: nothing of ours has failed, and nobody reads an answer. */
const hasLeft = (request: IncomingMessage) => request.socket.destroyed || (request.destroyed && !request.complete)

/** What stands before Next: decides what it may believe, refuses what it must not see, and answers programs itself: Next's router alone costs several times the work of an exchange. */
export function createFront(options: FrontOptions): RequestListener {
  const { publicUrl, isTrusted, dev } = options
  const exchange = createExchange(publicUrl.protocol === 'https:', isTrusted)
  return (request, response) => {
    if (!dev && isPlainExchange(request)) return exchange(request, response)
    const { host } = request.headers
    request.url = withoutStraySlashes(request.url ?? '/')
    const path = readPath(request.url)
    const context = { ...introduce(request, response, options), path: path ?? '' }
    logWhenDone(context)
    const fault = findFault(request, path)
    if (fault === 405) response.setHeader('allow', SERVED_METHODS.join(', '))
    if (fault) return refuse(request, response, fault)
    answer(context, host).catch((error: unknown) => {
      if (!hasLeft(request)) log.error({ err: error, requestId: context.peer.requestId }, 'request failed')
      refuse(request, response, 500)
    })
  }
}
