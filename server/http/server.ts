import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { securityHeaders } from '@/lib/platform/security-headers'
import { sentenceFor, type RefusalStatus } from './refusal'

/** Milliseconds. A client that is slower than this is not a browser. */
const HEADERS_LIMIT = 15_000
const REQUEST_LIMIT = 60_000
/** Longer than the proxies' usual 60 seconds, so that they, not we, close a connection that is idle. */
const KEEP_ALIVE = 65_000
const SWEEP_EVERY = 50

const STATUS_BY_ERROR: Record<string, RefusalStatus> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** What is not even HTTP gets an answer as well, with the headers that all answers have. */
function refuseRaw(error: NodeJS.ErrnoException, socket: Socket, tls: boolean): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = STATUS_BY_ERROR[error.code ?? ''] ?? 400
  const body = `${sentenceFor(status)}\n`
  const headers = { ...securityHeaders({ nonce: 'none', tls, dev: false }), 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(body), connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body}`)
}

export function createHttpServer(listener: RequestListener, tls: boolean): Server {
  const server = createServer({ headersTimeout: HEADERS_LIMIT, requestTimeout: REQUEST_LIMIT, keepAliveTimeout: KEEP_ALIVE }, listener)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseRaw(error, socket, tls))
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
    const timer = setTimeout(() => server.closeAllConnections(), limit)
    // A connection whose last request has just been answered is kept alive for the next, which must not come.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(sweep)
      resolve()
    })
  })
}
