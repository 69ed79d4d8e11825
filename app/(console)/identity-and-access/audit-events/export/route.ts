import { getTranslations } from 'next-intl/server'
import { EVENT_COLUMNS, type EventColumn } from '@/lib/audit/exported-event'
import { handleEventExport } from '@/lib/audit/http'
import { requireUser } from '@/lib/platform/context'

export const dynamic = 'force-dynamic'

export async function GET(request: Request) {
  const [user, t] = await Promise.all([requireUser(), getTranslations('auditEvents.exported')])
  const headers = Object.fromEntries(EVENT_COLUMNS.map((column) => [column, t(column)])) as Record<EventColumn, string>
  return handleEventExport(user, request.url, { fileName: t('fileName'), headers })
}
