import { useTranslations } from 'next-intl'
import type { OwnTokenFilter } from '@/lib/tokens/list-filter'
import type { OwnTokenCounts } from '@/lib/tokens/own-token'
import { MAX_LIVE_TOKENS } from '@/lib/tokens/token-ttl'
import { RevokeAllButton } from '../revoke/revoke-all-button'
import { ViewLinks } from './view-links'

/** The views of the list, how much room is left, and the act on all of them. */
export function ListBar({ filter, counts }: { filter: OwnTokenFilter; counts: OwnTokenCounts }) {
  const t = useTranslations('list')
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 py-1.5 pr-3 pl-4 max-sm:border-b max-sm:border-line">
      <ViewLinks filter={filter} counts={counts.views} />
      <span className="ml-auto flex flex-wrap items-center gap-x-2">
        <span className="text-subtle tabular-nums">{t('live', { count: counts.live, limit: MAX_LIVE_TOKENS })}</span>
        {counts.notRevoked > 0 ? <RevokeAllButton /> : null}
      </span>
    </div>
  )
}
