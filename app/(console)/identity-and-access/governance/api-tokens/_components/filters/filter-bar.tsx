import { useTranslations } from 'next-intl'
import type { PostedAction } from '@/components/forms/use-posted-form'
import { buttonClass } from '@/components/ui/button'
import { placeParameters } from '@/lib/governance/list-address'
import { isNarrowed, WHOLE_LIST } from '@/lib/governance/token-filter'
import { PlaceLink } from '../place-link'
import { AddFilter } from './add-filter'
import { Chips, type ChipsProps } from './chips'
import { SearchForm } from './search-form'
import { Who, type WhoProps } from './who'

type FilterBarProps = ChipsProps & {
  search: PostedAction<void>
  /** A name was typed that is not one person's. */
  who: WhoProps | null
}

/** What narrows the list, and what could. The address is the view, but for a secret that is searched for. */
export function FilterBar({ search, who, ...active }: FilterBarProps) {
  const t = useTranslations('governance.filters')
  const { place } = active
  const { filter, sort, size } = place
  const kept = [...placeParameters({ filter: { ...filter, search: '', token: null }, sort, size })]
  return (
    <div className="mb-3 grid gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <SearchForm search={search} current={filter.search} kept={kept} />
        <ul aria-label={t('active')} className="contents">
          <Chips {...active} />
        </ul>
        <AddFilter place={place} roles={active.roles} />
        {isNarrowed(filter) ? (
          <PlaceLink place={{ filter: WHOLE_LIST, sort, size }} className={buttonClass({ look: 'quiet' })}>
            {t('clear')}
          </PlaceLink>
        ) : null}
      </div>
      {who ? <Who {...who} /> : null}
    </div>
  )
}
