import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { log } from '@/lib/platform/log'
import { SERVED_METHODS } from '@/lib/platform/request-rules'
import { securityHeaders } from '@/lib/platform/security-headers'
import { refusalInEnvelope, type RefusalStatus } from './refusal'
import { dropSockets, dropUpgraded, trackSockets } from './sockets'

/** Milliseconds. A client that is slower than this is not a browser. */
const HEADERS_LIMIT = 15_000
const REQUEST_LIMIT = 60_000
/** Longer than the proxies' usual 60 seconds, so that they, not we, close a connection that is idle. */
const KEEP_ALIVE = 65_000
const SWEEP_EVERY = 50
/** For a client to read why it was refused; its connection is no longer Node's to time out. */
const LINGER = 2_000

const STATUS_BY_ERROR: Record<string, RefusalStatus> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/**
 * What is not even HTTP gets an answer as well, with the headers that all answers have. In the envelope: nothing tells
 * that a browser is at the other end.
 */
function refuseRaw(socket: Socket, status: RefusalStatus, more: Record<string, string>): void {
  const requestId = randomUUID()
  const body = refusalInEnvelope(status, requestId)
  const headers = { ...more, 'x-request-id': requestId, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store', connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  log.info({ requestId, ip: socket.remoteAddress, status }, 'not a request')
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body}`)
  setTimeout(() => socket.destroy(), LINGER).unref()
}

/** Nobody listens for upgrades: Node then answers a request that asks for one as any other. */
export function createHttpServer(listener: RequestListener, tls: boolean): Server {
  // What Node would refuse by itself, without the headers that all answers have, the listener refuses.
  const server = createServer({ headersTimeout: HEADERS_LIMIT, requestTimeout: REQUEST_LIMIT, keepAliveTimeout: KEEP_ALIVE, requireHostHeader: false }, listener)
  const headers = securityHeaders({ nonce: 'none', tls, dev: false })
  trackSockets(server)
  server.on('checkExpectation', listener)
  server.on('connect', (_request: IncomingMessage, socket: Socket) => {
    socket.on('error', () => socket.destroy())
    refuseRaw(socket, 405, { ...headers, allow: SERVED_METHODS.join(', ') })
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else refuseRaw(socket, STATUS_BY_ERROR[error.code ?? ''] ?? 400, headers)
  })
  return server
}

/** @throws {Error} with a sentence that says what to do where the address cannot be had */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentences: Record<string, string> = {
        EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop that, or choose another: PORT=${port + 1} npm start`,
        EACCES: `Port ${port} may not be used by this account. Choose one above 1023: PORT=3000 npm start`,
        EADDRNOTAVAIL: `${host} is not an address of this machine. Check HOST.`,
      }
      reject(new Error(sentences[error.code ?? ''] ?? error.message, { cause: error }))
    })
    server.listen({ port, host }, resolve)
  })
}

/**
 * Takes no more requests and waits until those under way are answered, at most `limit` milliseconds.
 */
export function finishRequests(server: Server, limit: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => dropSockets(server), limit)
    // A connection whose last request has just been answered is kept alive for the next, which must not come.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY)
    dropUpgraded(server)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(sweep)
      resolve()
    })
  })
}
