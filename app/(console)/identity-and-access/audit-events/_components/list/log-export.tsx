import { useTranslations } from 'next-intl'
import { ExportLinks } from '@/components/lists/export-links'
import { buttonClass } from '@/components/ui/button'
import { AUDIT_EVENTS_PATH, logParameters, type LogPlace } from '@/lib/audit/log-address'

function exportAddress({ filter, size }: LogPlace, format: string): string {
  const parameters = logParameters({ filter, size })
  parameters.delete('size')
  parameters.set('format', format)
  return `${AUDIT_EVENTS_PATH}/export?${parameters.toString()}`
}

/** The log as files. */
export function LogExport({ place }: { place: LogPlace }) {
  const t = useTranslations('auditEvents')
  const files = [
    { href: exportAddress(place, 'csv'), text: t('exportCsv') },
    { href: exportAddress(place, 'jsonl'), text: t('exportJsonl') },
  ]
  return <ExportLinks title={t('export')} help={t('exportHelp')} files={files} triggerClass={buttonClass()} />
}
