import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkPending } from '@/components/ui/link-pending'
import { panelClass } from '@/components/ui/panel'
import { TOKEN_KINDS, type TokenKind } from '@/lib/governance/governed-token'
import { isSameFilter, KIND_FILTERS } from '@/lib/governance/kind-filters'
import type { ListPlace } from '@/lib/governance/list-address'
import type { Total } from '@/lib/total'
import { PlaceLink } from '../place-link'
import { useTotalText } from '@/components/lists/use-total-text'

const stripClass = 'mb-4 grid grid-cols-2 overflow-clip sm:grid-cols-4 xl:grid-cols-7'

const countClass =
  'relative -mt-px -ml-px flex min-w-0 flex-col justify-between gap-0.5 border-t border-l border-line py-2.5 pr-3 pl-4 text-xs text-muted ' +
  'hover:bg-surface-hover hover:text-ink focus-visible:-outline-offset-2 first:col-span-2 max-sm:px-3 max-sm:py-2 xl:first:col-span-1 ' +
  'aria-[current]:bg-surface-selected aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_0_var(--accent-solid)]'

const figureClass = 'flex items-center gap-1.5 font-strong tracking-[-0.015em] text-ink tabular-nums'

type CountsProps = { totals: Record<TokenKind, Total>; place: ListPlace }

/** One strip of figures above the list, each a link to the tokens that it counts. */
export function Counts({ totals, place }: CountsProps) {
  const t = useTranslations('governance.counts')
  const totalText = useTotalText()
  const current = TOKEN_KINDS.find((kind) => isSameFilter(KIND_FILTERS[kind], place.filter))
  return (
    <nav aria-label={t('label')} className={`${panelClass} ${stripClass}`}>
      {TOKEN_KINDS.map((kind) => (
        <PlaceLink
          key={kind}
          place={{ filter: KIND_FILTERS[kind], sort: place.sort, size: place.size }}
          aria-current={kind === current ? 'true' : undefined}
          className={countClass}
        >
          <span className="hyphens-auto">{t(kind)}</span>
          <span className={`${figureClass} ${totals[kind].precision === 'exact' ? 'text-[1.25rem] leading-6' : 'text-md'}`}>
            {kind === 'violating' && totals[kind].count > 0 ? <TriangleAlert className="text-warning" /> : null}
            {totalText(totals[kind])}
          </span>
          <LinkPending />
        </PlaceLink>
      ))}
    </nav>
  )
}
