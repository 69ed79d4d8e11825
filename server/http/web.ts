import type { IncomingMessage, ServerResponse } from 'node:http'

/** The request as the web's `Request`, for handlers that Vercel and Next call too. Its body has been read. */
export function toWebRequest(request: IncomingMessage, body: Buffer, origin: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':')) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const bodiless = request.method === 'GET' || request.method === 'HEAD'
  const method = request.method ?? 'GET'
  return new Request(`${origin}${request.url ?? '/'}`, { method, headers, body: bodiless ? null : new Uint8Array(body) })
}

/** Sends a handler's `Response`. Short answers, so in one piece. */
export async function sendWebResponse(answer: Response, response: ServerResponse, method: string | undefined): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': body.length })
  response.end(method === 'HEAD' ? undefined : body)
}
