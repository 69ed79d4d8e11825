import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { AUDIT_EVENTS_PATH, logParameters, type LogPlace } from '@/lib/audit/log-address'

const FORMATS = [
  { format: 'csv', text: 'exportCsv' },
  { format: 'jsonl', text: 'exportJsonl' },
] as const

function exportAddress({ filter, size }: LogPlace, format: string): string {
  const parameters = logParameters({ filter, size })
  parameters.delete('size')
  parameters.set('format', format)
  return `${AUDIT_EVENTS_PATH}/export?${parameters.toString()}`
}

/** The log as files. */
export function ExportLinks({ place }: { place: LogPlace }) {
  const t = useTranslations('auditEvents')
  return (
    <Popover
      title={t('export')}
      align="end"
      triggerClass={buttonClass()}
      trigger={
        <>
          <Download />
          {t('export')}
        </>
      }
      className="w-64 p-1"
    >
      <p className="px-2 py-1 text-xs text-pretty text-subtle">{t('exportHelp')}</p>
      {FORMATS.map(({ format, text }) => (
        <a key={format} href={exportAddress(place, format)} download className="flex min-h-8 items-center gap-2 rounded-badge px-2 py-1 hover:bg-surface-hover max-sm:min-h-10">
          <Download className="text-muted" />
          {t(text)}
        </a>
      ))}
    </Popover>
  )
}
