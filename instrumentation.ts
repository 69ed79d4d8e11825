import type { Instrumentation } from 'next'
import { log } from '@/lib/platform/log'
import { REQUEST_ID_HEADER } from '@/lib/platform/peer'

/** Logs what a page failed on, under the id that the error page shows (`digest`) and that of the request. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  const requestId = request.headers[REQUEST_ID_HEADER]
  log.error({ err: error, digest, requestId, route: context.routePath }, 'page failed')
}
