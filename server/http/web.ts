import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/** The request as the web's `Request`, for handlers that Vercel and Next call too. Its body is streamed. */
export function toWebRequest(request: IncomingMessage, origin: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':')) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const bodiless = request.method === 'GET' || request.method === 'HEAD'
  const body = bodiless ? null : (Readable.toWeb(request) as ReadableStream<Uint8Array>)
  // A body that is still arriving has to say so; the DOM's types do not know the word.
  const init: RequestInit & { duplex: 'half' } = { method: request.method ?? 'GET', headers, body, duplex: 'half' }
  return new Request(`${origin}${request.url ?? '/'}`, init)
}

/** Sends a handler's `Response`. Short answers, so in one piece. */
export async function sendWebResponse(answer: Response, response: ServerResponse, method: string | undefined): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': body.length })
  response.end(method === 'HEAD' ? undefined : body)
}
