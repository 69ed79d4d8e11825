import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { LinkPending } from '@/components/ui/link-pending'
import { OWN_TOKEN_VIEWS, type OwnTokenFilter } from '@/lib/tokens/list-filter'
import type { OwnTokenCounts } from '@/lib/tokens/own-token'
import { listAddress } from './list-address'

const linkClass =
  'relative inline-flex min-h-(--control-sm) items-center gap-1.5 rounded-control px-2 py-0.5 font-item text-muted hover:bg-surface-hover hover:text-ink ' +
  'aria-[current]:bg-surface-sunken aria-[current]:font-label aria-[current]:text-ink aria-[current]:inset-ring aria-[current]:inset-ring-line-strong max-sm:min-h-9'

/** The views of the list, each with how many it would show. */
export function ViewLinks({ filter, counts }: { filter: OwnTokenFilter; counts: OwnTokenCounts['views'] }) {
  const t = useTranslations('views')
  return (
    <nav aria-label={t('label')} className="-ml-1.5 flex flex-wrap gap-0.5">
      {OWN_TOKEN_VIEWS.map((view) => (
        <Link key={view} href={listAddress({ view, search: filter.search })} aria-current={view === filter.view ? 'page' : undefined} className={linkClass}>
          {t(view)} <span className="text-[0.6875rem] text-subtle tabular-nums">{counts[view]}</span>
          <LinkPending />
        </Link>
      ))}
    </nav>
  )
}
