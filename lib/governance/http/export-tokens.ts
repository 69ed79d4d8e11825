import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { requireGovernor, type GovernorContext } from '../../platform/roles'
import { refuseExport, streamExport } from '../../platform/stream-export'
import { EXPORT_FORMATS, exportText } from '../export-text'
import type { ExportColumn } from '../exported-token'
import { readListPlace } from '../list-address'
import { readAllTokens } from '../queries/read-all-tokens'

/** What of an export is written in the reader's language. */
export type ExportTexts = { fileName: string; headers: Record<ExportColumn, string> }

function requireGovernorOrAnswer(user: UserContext): GovernorContext | Response {
  try {
    return requireGovernor(user)
  } catch (error) {
    if (error instanceof DomainError) return refuseExport(404, 'not_found')
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
  if (!format) return refuseExport(400, 'invalid_request')
  const date = new Date().toISOString().slice(0, 10)
  return streamExport({
    lots: readAllTokens(ctx, readListPlace(parameters)),
    text: exportText(format, texts.headers),
    fileName: `${texts.fileName} ${ctx.orgName} ${date}.${format}`,
    requestId: ctx.request.requestId,
  })
}
