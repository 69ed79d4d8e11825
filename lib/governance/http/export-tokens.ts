import { attachment } from '../../content-disposition'
import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { log } from '../../platform/log'
import { requireGovernor, type GovernorContext } from '../../platform/roles'
import { EXPORT_FORMATS, exportText, type ExportText } from '../export-text'
import type { ExportColumn } from '../exported-token'
import type { GovernedToken } from '../governed-token'
import { readListPlace } from '../list-address'
import { readAllTokens } from '../queries/read-all-tokens'

/** What of an export is written in the reader's language. */
export type ExportTexts = { fileName: string; headers: Record<ExportColumn, string> }

const NO_STORE = { 'cache-control': 'private, no-store' }

/** Writes one lot after the other, each when the reader has room for it. Left unread, it reads nothing more. */
function toStream(first: GovernedToken[], rest: AsyncGenerator<GovernedToken[], void>, text: ExportText, requestId: string): ReadableStream<Uint8Array> {
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

function requireGovernorOrAnswer(user: UserContext): GovernorContext | Response {
  try {
    return requireGovernor(user)
  } catch (error) {
    if (error instanceof DomainError) return Response.json({ error: 'not_found' }, { status: 404, headers: NO_STORE })
    throw error
  }
}

/**
 * `GET …/governance/api-tokens/export?format=csv|json` with the list's own parameters: all tokens that its filter looks
 * at, in its order. Streamed: the memory it takes does not depend on how many there are.
 */
export async function handleTokenExport(user: UserContext, url: string, texts: ExportTexts): Promise<Response> {
  const ctx = requireGovernorOrAnswer(user)
  if (ctx instanceof Response) return ctx
  const parameters = Object.fromEntries(new URL(url).searchParams)
  const format = EXPORT_FORMATS.find((one) => one === parameters['format'])
  if (!format) return Response.json({ error: 'invalid_request' }, { status: 400, headers: NO_STORE })
  const text = exportText(format, texts.headers)
  const lots = readAllTokens(ctx, readListPlace(parameters))
  // Read before the answer begins: a database that is away is told by status.
  const { value: first } = await lots.next()
  const date = new Date().toISOString().slice(0, 10)
  const headers = { ...NO_STORE, 'content-type': text.type, 'content-disposition': attachment(`${texts.fileName} ${ctx.orgName} ${date}.${format}`) }
  return new Response(toStream(first ?? [], lots, text, ctx.request.requestId), { headers })
}
