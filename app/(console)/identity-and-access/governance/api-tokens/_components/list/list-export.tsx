import { useTranslations } from 'next-intl'
import { ExportLinks } from '@/components/lists/export-links'
import { buttonClass } from '@/components/ui/button'
import { GOVERNANCE_PATH, placeParameters, type ListPlace } from '@/lib/governance/list-address'

function exportAddress({ filter, sort, size }: ListPlace, format: string): string {
  const parameters = placeParameters({ filter, sort, size })
  parameters.set('format', format)
  return `${GOVERNANCE_PATH}/export?${parameters.toString()}`
}

/** The list as files. */
export function ListExport({ place }: { place: ListPlace }) {
  const t = useTranslations('governance')
  const files = [
    { href: exportAddress(place, 'csv'), text: t('exportCsv') },
    { href: exportAddress(place, 'json'), text: t('exportJson') },
  ]
  return <ExportLinks title={t('export')} help={t('exportHelp')} files={files} triggerClass={buttonClass({ look: 'quiet', size: 'small' })} />
}
