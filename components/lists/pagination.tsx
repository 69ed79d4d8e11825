import { ChevronLeft, ChevronRight, ChevronsLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button, buttonClass } from '@/components/ui/button'
import { LinkPending } from '@/components/ui/link-pending'
import type { Total } from '@/lib/total'
import { APPLY_PARAMETER, type PageSize } from '@/lib/page-size'
import { SizeSelect } from './size-select'
import { useTotalText } from './use-total-text'

/** Another page of the list begins at its head. */
function Turn({ address, children }: { address: string | null; children: React.ReactNode }) {
  if (address === null) {
    return (
      <span aria-disabled className={`${buttonClass({ size: 'small' })} border-line! bg-surface-sunken! text-subtle! shadow-none! max-sm:flex-1`}>
        {children}
      </span>
    )
  }
  return (
    <Link prefetch={false} href={address} className={`${buttonClass({ size: 'small' })} relative max-sm:flex-1`}>
      {children}
      <LinkPending />
    </Link>
  )
}

type RowsProps = {
  /** The list's path. */
  path: string
  size: PageSize
  /** The rest of the view, by the parameters of its address. */
  kept: URLSearchParams
}

/** How many rows a page has: a form of the browser's own, sent at once where there is JavaScript. */
function Rows({ path, size, kept }: RowsProps) {
  const t = useTranslations('paging')
  return (
    <form action={path} className="flex items-center gap-2">
      {[...kept].map(([name, value]) => (
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

type PaginationProps = RowsProps & {
  /** The number of the first row shown, counted from 1, and how many are shown. */
  from: number
  count: number
  total: Total
  /** The addresses of the neighbours; null where there is none. */
  previous: string | null
  next: string | null
  /** The address of the first page. */
  first: string
  /** What the neighbours are called where not just previous and next. */
  names?: { previous: string; next: string }
}

/** Where in the list the page is, and the ways to its neighbours. */
export function Pagination({ from, count, total, previous, next, first, names, ...rows }: PaginationProps) {
  const t = useTranslations('paging')
  const totalText = useTotalText()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-2 pr-3 pl-4 text-muted">
      <span className="tabular-nums">{t('range', { from, to: from + count - 1, total: totalText(total) })}</span>
      <Rows {...rows} />
      <nav aria-label={t('label')} className="ml-auto flex gap-2 max-sm:w-full">
        {previous !== null && from > rows.size + 1 ? (
          <Link prefetch={false} href={first} aria-label={t('first')} title={t('first')} className={buttonClass({ size: 'small', look: 'quiet' })}>
            <ChevronsLeft />
          </Link>
        ) : null}
        <Turn address={previous}>
          <ChevronLeft />
          {names?.previous ?? t('previous')}
        </Turn>
        <Turn address={next}>
          {names?.next ?? t('next')}
          <ChevronRight />
        </Turn>
      </nav>
    </div>
  )
}
