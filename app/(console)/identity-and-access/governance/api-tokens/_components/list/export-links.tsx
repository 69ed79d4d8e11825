import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { GOVERNANCE_PATH, placeParameters, type ListPlace } from '@/lib/governance/list-address'

const FORMATS = [
  { format: 'csv', text: 'exportCsv' },
  { format: 'json', text: 'exportJson' },
] as const

function exportAddress({ filter, sort, size }: ListPlace, format: string): string {
  const parameters = placeParameters({ filter, sort, size })
  parameters.set('format', format)
  return `${GOVERNANCE_PATH}/export?${parameters.toString()}`
}

/** The list as files. */
export function ExportLinks({ place }: { place: ListPlace }) {
  const t = useTranslations('governance')
  return (
    <Popover
      title={t('export')}
      align="end"
      triggerClass={buttonClass({ look: 'quiet', size: 'small' })}
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
