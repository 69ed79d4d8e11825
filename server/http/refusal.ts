import type { IncomingMessage, ServerResponse } from 'node:http'

const SENTENCES = {
  400: 'The request could not be understood.',
  403: 'This request did not come from a page of this console.',
  408: 'The request took too long.',
  413: 'The request is larger than this console accepts.',
  421: 'This console does not answer under that name.',
  431: 'The headers of the request are too large.',
  500: 'Something went wrong. The log has the details under this request id.',
  503: 'The console is stopping. Try again in a moment.',
} as const

export type RefusalStatus = keyof typeof SENTENCES

export const sentenceFor = (status: RefusalStatus): string => SENTENCES[status]

/** Answers instead of Next: in JSON where that is what is asked for, else in one plain sentence. Never a stack trace. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: RefusalStatus, detail = ''): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const requestId = String(response.getHeader('x-request-id') ?? '')
  const message = [SENTENCES[status], detail].filter(Boolean).join(' ')
  const asJson = request.headers.accept?.includes('json') ?? false
  const body = asJson ? JSON.stringify({ statusCode: status, message, requestId }) : `${message}\n${requestId}\n`
  // What is left of the body is not read, so the connection cannot serve another request.
  if (!request.complete) response.setHeader('connection', 'close')
  response.writeHead(status, {
    'content-type': asJson ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
