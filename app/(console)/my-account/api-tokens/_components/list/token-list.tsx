import { useTranslations } from 'next-intl'
import { SelectAll } from '@/components/tokens/selection'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { Head, HeadCell, Table } from '@/components/ui/table'
import type { TtlPolicy } from '@/lib/governance/violation'
import type { OwnTokenFilter } from '@/lib/tokens/list-filter'
import type { OwnToken, OwnTokenCounts } from '@/lib/tokens/own-token'
import { BulkBar } from './bulk-bar'
import { ListBar } from './list-bar'
import { LIST_ID } from './list-id'
import { NoMatch } from './no-match'
import { TokenRow } from './token-row'

type TokenListProps = {
  tokens: OwnToken[]
  counts: OwnTokenCounts
  filter: OwnTokenFilter
  policy: TtlPolicy
  organization: string
  now: Date
  /** The reader is an Organization Owner. */
  forOwner: boolean
  paging: { older: string | null; newest: string | null }
}

function Columns() {
  const t = useTranslations('list')
  return (
    <Head>
      <HeadCell at="check" className="max-sm:hidden">
        <SelectAll />
      </HeadCell>
      <HeadCell>{t('token')}</HeadCell>
      <HeadCell className="w-px">{t('secret')}</HeadCell>
      <HeadCell leaves="second" className="w-[12.5rem]">
        {t('scopes')}
      </HeadCell>
      <HeadCell leaves="first" className="w-px">
        {t('created')}
      </HeadCell>
      <HeadCell className="w-px">{t('expires')}</HeadCell>
      <HeadCell className="w-px">{t('lastUsed')}</HeadCell>
      <HeadCell at="act">
        <span className="sr-only">{t('actions')}</span>
      </HeadCell>
    </Head>
  )
}

function Paging({ older, newest }: TokenListProps['paging']) {
  const t = useTranslations('list')
  if (!older && !newest) return null
  return (
    <nav aria-label={t('title')} className="flex flex-wrap justify-end gap-2 border-t border-line px-3 py-2">
      {newest ? (
        <ButtonLink size="small" href={newest}>
          {t('newest')}
        </ButtonLink>
      ) : null}
      {older ? (
        <ButtonLink size="small" href={older}>
          {t('older')}
        </ButtonLink>
      ) : null}
    </nav>
  )
}

export function TokenList({ tokens, counts, filter, organization, paging, ...shown }: TokenListProps) {
  const t = useTranslations('list')
  return (
    <Panel aria-labelledby={LIST_ID} className="@container overflow-clip max-sm:flex max-sm:flex-col">
      <h2 id={LIST_ID} tabIndex={-1} className="sr-only">
        {t('caption', { organization })}
      </h2>
      <BulkBar>
        <ListBar filter={filter} counts={counts} />
      </BulkBar>
      {tokens.length > 0 ? (
        <Table aria-labelledby={LIST_ID}>
          <Columns />
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} {...shown} />
          ))}
        </Table>
      ) : paging.newest ? (
        <p className="border-t border-line px-4 py-10 text-center text-md text-muted">{t('endText')}</p>
      ) : (
        <NoMatch filter={filter} />
      )}
      <Paging {...paging} />
    </Panel>
  )
}
