import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorEnvelope } from '@/lib/access/refusal'
import { isEnvelopePath } from '@/lib/platform/request-rules'

const REFUSALS = {
  400: ['bad_request', 'The request could not be understood.'],
  403: ['forbidden', 'This request did not come from a page of this console.'],
  404: ['not_found', 'There is nothing at this address.'],
  405: ['method_not_allowed', 'This console is not asked that way.'],
  408: ['request_timeout', 'The request took too long.'],
  413: ['body_too_large', 'The request is larger than this console accepts.'],
  417: ['expectation_failed', 'What the request expects of this console it cannot do.'],
  421: ['misdirected_request', 'This console does not answer under that name.'],
  431: ['headers_too_large', 'The headers of the request are too large.'],
  500: ['internal_error', 'Something went wrong. The log has the details under this request id.'],
  503: ['unavailable', 'The console is stopping. Try again in a moment.'],
} as const

export type RefusalStatus = keyof typeof REFUSALS

/** What programs read: the same envelope as every other error of the interface. */
export function refusalInEnvelope(statusCode: RefusalStatus, requestId: string, detail = ''): string {
  const [errorCode, sentence] = REFUSALS[statusCode]
  const message = [sentence, detail].filter(Boolean).join(' ')
  return JSON.stringify(errorEnvelope({ errorCode, message, statusCode, requestId }))
}

function asText(status: RefusalStatus, requestId: string, detail: string): string {
  return `${[REFUSALS[status][1], detail].filter(Boolean).join(' ')}\n${requestId}\n`
}

/** Answers instead of Next: in the envelope where programs call or JSON is asked for, else in one plain sentence. Never a stack trace. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: RefusalStatus, detail = ''): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const requestId = String(response.getHeader('x-request-id') ?? '')
  const asJson = isEnvelopePath(request.url ?? '') || (request.headers.accept?.includes('json') ?? false)
  const body = asJson ? refusalInEnvelope(status, requestId, detail) : asText(status, requestId, detail)
  // What is left of the body is not read, so the connection cannot serve another request.
  if (!request.complete) response.setHeader('connection', 'close')
  response.writeHead(status, {
    'content-type': asJson ? 'application/json' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
