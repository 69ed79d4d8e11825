import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { FilterChip } from '@/components/ui/filter-chip'
import type { OwnTokenFilter } from '@/lib/tokens/list-filter'
import { listAddress, LIST_PATH } from './list-address'

/** What stands where rows would when the filters leave none: which they are, and the way to be rid of them. */
export function NoMatch({ filter }: { filter: OwnTokenFilter }) {
  const t = useTranslations()
  return (
    <div className="grid justify-items-center gap-3 border-t border-line px-6 py-14 text-center max-sm:px-4">
      <SearchX className="size-6 stroke-[1.5] text-subtle" />
      <h3 className="text-lg font-strong">{t('search.noMatch')}</h3>
      <ul aria-label={t('search.active')} className="flex max-w-full flex-wrap justify-center gap-2">
        {filter.search === '' ? null : <FilterChip name={t('search.chip')} value={filter.search} remove={t('search.remove', { name: t('search.chip') })} without={listAddress({ ...filter, search: '' })} />}
        {filter.view === 'all' ? null : <FilterChip name={t('views.label')} value={t(`views.${filter.view}`)} remove={t('search.remove', { name: t('views.label') })} without={listAddress({ ...filter, view: 'all' })} />}
      </ul>
      <ButtonLink href={LIST_PATH}>{t('search.clear')}</ButtonLink>
    </div>
  )
}
