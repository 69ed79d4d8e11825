import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { exchangeSent, PATH } from '@/lib/access/http/authorize'
import { MAX_CREDENTIAL_BYTES, textOf } from '@/lib/interface/http/read-body'
import { answering } from '@/lib/interface/http/refusing'
import type { Peer } from '@/lib/platform/peer'
import { programHeaders } from '@/lib/platform/security-headers'
import { logWhenDone } from './log-request'
import type { IsTrusted } from './peer-address'
import { peerOf } from './peer-of'
import { countHosts } from './request-checks'
import { sendWebResponse } from './web'

/** Headers by which a request asks for more than an exchange, or says in another way how long it is. */
const UNUSUAL = ['transfer-encoding', 'expect', 'upgrade', 'next-router-state-tree'] as const

/**
 * Whether this is an exchange as clients send it. It is then answered straight away: half of what the server would do
 * for it otherwise is to find out what it is. Whatever is unusual takes the long way, with all its checks.
 */
export function isPlainExchange(request: IncomingMessage): boolean {
  const { method, url = '', headers } = request
  if (method !== 'POST' || !url.startsWith(PATH) || (url.length > PATH.length && url[PATH.length] !== '?')) return false
  // What stands behind it is no part of the query, and only the long way takes addresses apart.
  if (url.includes('#')) return false
  const length = headers['content-length']
  if (length === undefined || Number(length) > MAX_CREDENTIAL_BYTES) return false
  return !UNUSUAL.some((name) => name in headers) && countHosts(request) === 1
}

/** Names and values by turns, as Node takes them without looking at each. */
type FlatHeaders = readonly string[]
type Exchanging = { request: IncomingMessage; response: ServerResponse; peer: Peer; always: FlatHeaders }

const ANSWERED: FlatHeaders = ['content-type', 'application/json', 'cache-control', 'no-store', 'pragma', 'no-cache']

async function answer({ request, response, peer, always }: Exchanging, body: Buffer): Promise<void> {
  try {
    const { url = '' } = request
    const exchanged = JSON.stringify(await exchangeSent({ body: textOf(body), query: url.slice(PATH.length) }, peer))
    response.writeHead(200, [...always, ...ANSWERED, 'x-request-id', peer.requestId, 'content-length', String(Buffer.byteLength(exchanged))])
    response.end(exchanged)
  } catch (error) {
    for (let at = 0; at < always.length; at += 2) response.setHeader(always[at] ?? '', always[at + 1] ?? '')
    response.setHeader('x-request-id', peer.requestId)
    await sendWebResponse(await answering(peer, () => Promise.reject(error)), response, request.method)
  }
}

/** Answers exchanges for which isPlainExchange holds. Nobody is left to answer where a client goes away in between. */
export function createExchange(tls: boolean, isTrusted: IsTrusted): RequestListener {
  const always = Object.entries(programHeaders(tls)).flat()
  return (request, response) => {
    const peer = peerOf(request, isTrusted)
    logWhenDone({ request, response, path: PATH, peer })
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void answer({ request, response, peer, always }, Buffer.concat(chunks)))
  }
}
