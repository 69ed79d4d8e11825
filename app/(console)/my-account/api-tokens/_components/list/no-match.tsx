import { SearchX, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import type { OwnTokenFilter } from '@/lib/tokens/list-filter'
import { listAddress, LIST_PATH } from './list-address'

type ChipProps = { name: string; value: string; href: string }

/** One active filter, and the way to the list without it. */
function Chip({ name, value, href }: ChipProps) {
  const t = useTranslations('search')
  return (
    <li className="inline-flex min-w-0 items-stretch rounded-control border border-line-strong bg-surface">
      <span className="min-w-0 px-2 py-1.5 text-left text-muted wrap-anywhere">
        {name} <span className="font-label text-ink">{value}</span>
      </span>
      <Link
        href={href}
        aria-label={t('remove', { name })}
        className="inline-grid w-8 flex-none place-items-center rounded-r-control border-l border-line text-subtle hover:bg-surface-hover hover:text-ink max-sm:w-10"
      >
        <X className="size-3.5" />
      </Link>
    </li>
  )
}

/** What stands where rows would when the filters leave none: which they are, and the way to be rid of them. */
export function NoMatch({ filter }: { filter: OwnTokenFilter }) {
  const t = useTranslations()
  return (
    <div className="grid justify-items-center gap-3 border-t border-line px-6 py-14 text-center max-sm:px-4">
      <SearchX className="size-6 stroke-[1.5] text-subtle" />
      <h3 className="text-lg font-strong">{t('search.noMatch')}</h3>
      <ul aria-label={t('search.active')} className="flex max-w-full flex-wrap justify-center gap-2">
        {filter.search === '' ? null : <Chip name={t('search.chip')} value={filter.search} href={listAddress({ ...filter, search: '' })} />}
        {filter.view === 'all' ? null : <Chip name={t('views.chip')} value={t(`views.${filter.view}`)} href={listAddress({ ...filter, view: 'all' })} />}
      </ul>
      <ButtonLink href={LIST_PATH}>{t('search.clear')}</ButtonLink>
    </div>
  )
}
