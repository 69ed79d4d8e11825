import { useTranslations } from 'next-intl'
import { TwoLines } from '@/components/ui/table'
import { Relative, ShortMoment } from './instant'

/** When a token was last exchanged, if ever. */
export function LastUse({ label, at, now }: { label: string; at: Date | null; now: Date }) {
  const t = useTranslations('dates')
  if (!at) return <TwoLines label={label}>{t('neverUsed')}</TwoLines>
  return (
    <TwoLines label={label} second={<ShortMoment at={at} now={now} />}>
      <Relative at={at} now={now} />
    </TwoLines>
  )
}
