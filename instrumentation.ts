import type { Instrumentation } from 'next'

/** Logs what a page failed on, under the id that the error page shows (`digest`) and that of the request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // Next compiles this file for its edge runtime as well, where nothing of ours runs; it replaces this by a constant.
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { log } = await import('@/lib/platform/log')
  const { REQUEST_ID_HEADER } = await import('@/lib/platform/peer')
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  log.error({ err: error, digest, requestId: request.headers[REQUEST_ID_HEADER], route: context.routePath }, 'page failed')
}
