import { ChevronLeft, ChevronRight, ChevronsLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button, buttonClass } from '@/components/ui/button'
import { LinkPending } from '@/components/ui/link-pending'
import type { TokenPage } from '@/lib/governance/governed-token'
import { APPLY_PARAMETER, GOVERNANCE_PATH, listAddress, PAGE_SIZES, placeParameters, type ListPlace } from '@/lib/governance/list-address'
import { useTotalText } from '../use-total-text'
import { SizeSelect } from './size-select'
import { LIST_ID } from '../acts/list-id'

/** Another page of the list begins at its head. */
function Turn({ place, children }: { place: ListPlace | null; children: React.ReactNode }) {
  if (!place) {
    return (
      <span aria-disabled className={`${buttonClass({ size: 'small' })} border-line! bg-surface-sunken! text-subtle! shadow-none! max-sm:flex-1`}>
        {children}
      </span>
    )
  }
  return (
    <Link prefetch={false} href={`${listAddress(place)}#${LIST_ID}`} className={`${buttonClass({ size: 'small' })} relative max-sm:flex-1`}>
      {children}
      <LinkPending />
    </Link>
  )
}

/** How many rows a page has: a form of the browser's own, sent at once where there is JavaScript. */
function Rows({ place: { filter, sort, size } }: { place: ListPlace }) {
  const t = useTranslations('governance.paging')
  const kept = [...placeParameters({ filter, sort, size: PAGE_SIZES[0] })]
  return (
    <form action={GOVERNANCE_PATH} className="flex items-center gap-2">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name={APPLY_PARAMETER} value="1" />
      <label className="flex items-center gap-2">
        <span aria-hidden>{t('rows')}</span>
        <SizeSelect label={t('rowsOf')} size={size} />
      </label>
      <span className="hidden noscript:block">
        <Button type="submit" size="small">
          {t('set')}
        </Button>
      </span>
    </form>
  )
}

/** Where in the list the page is, and the ways to its neighbours. */
export function Pagination({ page: { tokens, from, total, next, previous }, place }: { page: TokenPage; place: ListPlace }) {
  const t = useTranslations('governance.paging')
  const totalText = useTotalText()
  const { filter, sort, size } = place
  const first = { filter, sort, size }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-2 pr-3 pl-4 text-muted">
      <span className="tabular-nums">{t('range', { from, to: from + tokens.length - 1, total: totalText(total) })}</span>
      <Rows place={place} />
      <nav aria-label={t('label')} className="ml-auto flex gap-2 max-sm:w-full">
        {previous && from > size + 1 ? (
          <Link prefetch={false} href={`${listAddress(first)}#${LIST_ID}`} aria-label={t('first')} title={t('first')} className={buttonClass({ size: 'small', look: 'quiet' })}>
            <ChevronsLeft />
          </Link>
        ) : null}
        <Turn place={previous ? { ...first, before: previous } : null}>
          <ChevronLeft />
          {t('previous')}
        </Turn>
        <Turn place={next ? { ...first, after: next } : null}>
          {t('next')}
          <ChevronRight />
        </Turn>
      </nav>
    </div>
  )
}
