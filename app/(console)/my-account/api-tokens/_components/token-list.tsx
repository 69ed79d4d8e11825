import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { Head, HeadCell, Table } from '@/components/ui/table'
import type { OwnToken } from '@/lib/tokens/own-token'
import { MAX_LIVE_TOKENS } from '@/lib/tokens/token-ttl'
import { LIST_ID } from './list-id'
import { TokenRow } from './token-row'

type TokenListProps = {
  tokens: OwnToken[]
  liveCount: number
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
      <HeadCell>{t('token')}</HeadCell>
      <HeadCell className="w-px">{t('secret')}</HeadCell>
      <HeadCell leaves="second" className="w-[15rem]">
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

export function TokenList({ tokens, liveCount, organization, now, forOwner, paging }: TokenListProps) {
  const t = useTranslations('list')
  return (
    <Panel aria-labelledby={LIST_ID} className="@container overflow-clip">
      <h2 id={LIST_ID} tabIndex={-1} className="sr-only">
        {t('caption', { organization })}
      </h2>
      <div className="flex min-h-11 flex-wrap items-center gap-2 py-1.5 pr-3 pl-4 max-sm:border-b max-sm:border-line">
        <span className="text-muted tabular-nums">{t('live', { count: liveCount, limit: MAX_LIVE_TOKENS })}</span>
      </div>
      <Table aria-labelledby={LIST_ID}>
        <Columns />
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} now={now} forOwner={forOwner} />
        ))}
      </Table>
      {paging.older || paging.newest ? (
        <nav aria-label={t('title')} className="flex flex-wrap justify-end gap-2 border-t border-line px-3 py-2">
          {paging.newest ? (
            <ButtonLink size="small" href={paging.newest}>
              {t('newest')}
            </ButtonLink>
          ) : null}
          {paging.older ? (
            <ButtonLink size="small" href={paging.older}>
              {t('older')}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </Panel>
  )
}
