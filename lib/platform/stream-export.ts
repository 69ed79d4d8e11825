import { attachment } from '../content-disposition'
import type { ExportText } from '../export-text'
import { log } from './log'

const NO_STORE = { 'cache-control': 'private, no-store' }

/** Refuses an export. Neither this nor the export itself is kept on the way. */
export function refuseExport(status: 400 | 404, error: 'invalid_request' | 'not_found'): Response {
  return Response.json({ error }, { status, headers: NO_STORE })
}

/** Writes one lot after the other, each when the reader has room for it. Left unread, it reads nothing more. */
function toStream<Item>(first: readonly Item[], rest: AsyncGenerator<readonly Item[], void>, text: ExportText<Item>, requestId: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let begun = false
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        if (!begun) {
          begun = true
          controller.enqueue(encoder.encode(text.head + text.lot(first, true)))
          return
        }
        const { value, done } = await rest.next()
        controller.enqueue(encoder.encode(done ? text.foot : text.lot(value, false)))
        if (done) controller.close()
      } catch (error) {
        // The answer has begun: all that is left is to break it off, so that nobody takes it for the whole.
        log.error({ err: error, requestId }, 'export broken off')
        controller.error(error)
      }
    },
    async cancel() {
      await rest.return()
    },
  })
}

type Export<Item> = {
  /** Read one by one, as the reader takes them. */
  lots: AsyncGenerator<readonly Item[], void>
  text: ExportText<Item>
  fileName: string
  requestId: string
}

/**
 * The answer that a browser saves as a file while it is written: the memory it takes does not depend on how long it is.
 *
 * @throws whatever reading the first lot throws: until then a failure is told by status
 */
export async function streamExport<Item>({ lots, text, fileName, requestId }: Export<Item>): Promise<Response> {
  const { value: first } = await lots.next()
  const headers = { ...NO_STORE, 'content-type': text.type, 'content-disposition': attachment(fileName) }
  return new Response(toStream(first ?? [], lots, text, requestId), { headers })
}
