import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { NO_TOKEN } from '@/lib/governance/token-filter'
import { Chips, type ChipsProps } from '../filters/chips'

/** What stands where rows would when the filters leave none: which they are, and the way to be rid of them. */
export function NoMatch({ organization, ...active }: ChipsProps & { organization: string }) {
  const t = useTranslations('governance')
  const noSecret = active.place.filter.token === NO_TOKEN
  return (
    <div role="status" className="grid justify-items-center gap-3 border-t border-line px-6 py-14 text-center max-sm:px-4">
      <SearchX className="size-6 stroke-[1.5] text-subtle" />
      <h3 className="text-lg font-strong">{noSecret ? t('empty.noSecret', { organization }) : t('empty.noMatch')}</h3>
      {noSecret ? (
        <p className="max-w-[32rem] text-md text-pretty text-muted">{t('empty.noSecretText')}</p>
      ) : (
        <ul aria-label={t('filters.active')} className="flex max-w-full flex-wrap justify-center gap-2">
          <Chips {...active} />
        </ul>
      )}
      <ButtonLink href={GOVERNANCE_PATH}>{t('filters.clear')}</ButtonLink>
    </div>
  )
}
