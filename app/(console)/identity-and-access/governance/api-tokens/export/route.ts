import { getTranslations } from 'next-intl/server'
import { EXPORT_COLUMNS, type ExportColumn } from '@/lib/governance/exported-token'
import { handleTokenExport } from '@/lib/governance/http/export-tokens'
import { requireUser } from '@/lib/platform/context'

export const dynamic = 'force-dynamic'

export async function GET(request: Request) {
  const [user, t] = await Promise.all([requireUser(), getTranslations('tokenExport')])
  const headers = Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, t(column)])) as Record<ExportColumn, string>
  return handleTokenExport(user, request.url, { fileName: t('fileName'), headers })
}
