import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { WHOLE_LOG } from '@/lib/audit/event-filter'
import { logAddress } from '@/lib/audit/log-address'
import { Chips, type ChipsProps } from '../filters/chips'

/** What stands where rows would when the filters leave none: which they are, and the way to be rid of them. */
export function NoMatch(active: ChipsProps) {
  const t = useTranslations('auditEvents')
  return (
    <div role="status" className="grid justify-items-center gap-3 border-t border-line px-6 py-14 text-center max-sm:px-4">
      <SearchX className="size-6 stroke-[1.5] text-subtle" />
      <h3 className="text-lg font-strong">{t('empty.noMatch')}</h3>
      <ul aria-label={t('filters.active')} className="flex max-w-full flex-wrap justify-center gap-2">
        <Chips {...active} />
      </ul>
      <ButtonLink href={logAddress({ filter: WHOLE_LOG, size: active.place.size })}>{t('filters.clear')}</ButtonLink>
    </div>
  )
}
