import { useTranslations } from 'next-intl'
import { Expiry } from '@/components/tokens/expiry'
import { Instant, Relative, ShortMoment } from '@/components/tokens/instant'
import { ScopeList } from '@/components/tokens/scope-list'
import { StatusBadges } from '@/components/tokens/status-badges'
import { classNames } from '@/components/ui/class-names'
import { Cell, NameCell, Row, RowGroup, TwoLines } from '@/components/ui/table'
import type { OwnToken } from '@/lib/tokens/own-token'
import { RowMenu } from './row-menu'
import { TokenNote } from './token-note'

type TokenRowProps = { token: OwnToken; now: Date }

function LastFour({ text, className }: { text: string; className?: string }) {
  return <span className={classNames('font-mono text-xs whitespace-nowrap text-subtle', className)}>…{text}</span>
}

function Name({ token }: { token: OwnToken }) {
  const t = useTranslations('list')
  const revoked = token.revokedAt !== null
  return (
    <>
      <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1">
        <span className={classNames('font-label wrap-anywhere', revoked ? 'text-subtle line-through decoration-1' : 'text-ink')}>{token.name}</span>
        <StatusBadges revoked={revoked} expired={token.expired} deactivated={token.deactivated !== null} />
      </span>
      {token.revokedAt || token.description ? (
        <span title={token.description ?? undefined} className="block max-w-[24rem] truncate text-xs text-subtle">
          {token.revokedAt ? t.rich('revokedOn', { date: () => <Instant at={token.revokedAt ?? token.createdAt} precision="day" /> }) : null}
          {token.revokedAt && token.description ? ' · ' : null}
          {token.description}
        </span>
      ) : null}
    </>
  )
}

function LastUse({ token, now }: TokenRowProps) {
  const t = useTranslations()
  const label = t('list.lastUsed')
  if (!token.lastUsedAt) return <TwoLines label={label}>{t('dates.neverUsed')}</TwoLines>
  return (
    <TwoLines label={label} second={<ShortMoment at={token.lastUsedAt} now={now} />}>
      <Relative at={token.lastUsedAt} now={now} />
    </TwoLines>
  )
}

/** One token: a row, on a phone a record, with a note under it when something keeps it from working. */
export function TokenRow({ token, now }: TokenRowProps) {
  const t = useTranslations('list')
  const revoked = token.revokedAt !== null
  return (
    <RowGroup className={revoked ? 'text-subtle' : ''}>
      <Row>
        <NameCell>
          <Name token={token} />
        </NameCell>
        <Cell hideOnPhone>
          <LastFour text={token.lastFour} />
        </Cell>
        <Cell at="full" leaves="second">
          <span className="label">{t('secretAndScopes')}</span>
          <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
            <LastFour text={token.lastFour} className="sm:hidden" />
            <ScopeList {...token} />
          </span>
        </Cell>
        <Cell leaves="first" hideOnPhone data-dates>
          <TwoLines second={<Instant at={token.createdAt} precision="day" />}>
            <Relative at={token.createdAt} now={now} />
          </TwoLines>
        </Cell>
        <Cell at="left" data-dates>
          <Expiry label={t('expires')} expiresAt={token.expiresAt} revoked={revoked} now={now} />
        </Cell>
        <Cell at="right" data-dates>
          <LastUse token={token} now={now} />
        </Cell>
        <Cell at="act">{revoked ? null : <RowMenu tokenId={token.id} name={token.name} />}</Cell>
      </Row>
      {!revoked && (token.deactivated || token.expired) ? <TokenNote token={token} /> : null}
    </RowGroup>
  )
}
