import { useTranslations } from 'next-intl'
import { Pagination } from '@/components/lists/pagination'
import { useTotalText } from '@/components/lists/use-total-text'
import { Panel } from '@/components/ui/panel'
import { Table } from '@/components/ui/table'
import type { TokenPage } from '@/lib/governance/governed-token'
import { GOVERNANCE_PATH, listAddress, placeParameters, type ListPlace } from '@/lib/governance/list-address'
import { isNarrowed } from '@/lib/governance/token-filter'
import { PAGE_SIZES } from '@/lib/page-size'
import { BulkBar } from '../acts/bulk-bar'
import type { ChipsProps } from '../filters/chips'
import { ColumnHeads } from './column-heads'
import { ListExport } from './list-export'
import { LIST_ID } from '../acts/list-id'
import { NoMatch } from './no-match'
import { SortMenu } from './sort-menu'
import { TokenRow, type TokenRowProps } from './token-row'

type TokenListProps = Omit<TokenRowProps, 'token'> &
  ChipsProps & {
    page: TokenPage
    organization: string
  }

const strong = (text: React.ReactNode) => <strong className="tabular-nums">{text}</strong>

function ListBar({ page, place }: Pick<TokenListProps, 'page' | 'place'>) {
  const t = useTranslations('governance.table')
  const totalText = useTotalText()
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 py-1.5 pr-3 pl-4 max-sm:border-b max-sm:border-line">
      <span className="text-muted">
        {t.rich('shown', { b: strong, of: isNarrowed(place.filter) ? 'part' : 'all', count: page.total.count, total: totalText(page.total) })}
      </span>
      <span className="ml-auto flex items-center gap-1">
        <SortMenu place={place} />
        <ListExport place={place} />
      </span>
    </div>
  )
}

function Pages({ page: { tokens, from, total, next, previous }, place: { filter, sort, size } }: { page: TokenPage; place: ListPlace }) {
  const turned = (to: Partial<ListPlace>) => `${listAddress({ filter, sort, size, ...to })}#${LIST_ID}`
  return (
    <Pagination
      {...{ from, total, size, path: GOVERNANCE_PATH, count: tokens.length }}
      first={turned({})}
      previous={previous && turned({ before: previous })}
      next={next && turned({ after: next })}
      kept={placeParameters({ filter, sort, size: PAGE_SIZES[0] })}
    />
  )
}

/** The organization's tokens, as far as the filters leave them, a page at a time. */
export function TokenList({ page, organization, names, roles, ...shown }: TokenListProps) {
  const t = useTranslations('governance.table')
  const { place, mayAct } = shown
  return (
    <Panel aria-labelledby={LIST_ID} className="@container overflow-clip max-sm:flex max-sm:flex-col">
      <h2 id={LIST_ID} tabIndex={-1} className="sr-only">
        {t('caption', { organization })}
      </h2>
      <BulkBar>
        <ListBar page={page} place={place} />
      </BulkBar>
      {page.tokens.length > 0 ? (
        <>
          <Table aria-labelledby={LIST_ID} className="dense sm:table-fixed">
            <ColumnHeads place={place} mayAct={mayAct} />
            {page.tokens.map((token) => (
              <TokenRow key={token.id} token={token} {...shown} />
            ))}
          </Table>
          <Pages page={page} place={place} />
        </>
      ) : (
        <NoMatch place={place} names={names} roles={roles} organization={organization} />
      )}
    </Panel>
  )
}
