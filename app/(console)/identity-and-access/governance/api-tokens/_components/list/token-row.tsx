import { useTranslations } from 'next-intl'
import { Expiry } from '@/components/tokens/expiry'
import { Instant, Relative } from '@/components/tokens/instant'
import { LastUse } from '@/components/tokens/last-use'
import { ScopeList } from '@/components/tokens/scope-list'
import { classNames } from '@/components/ui/class-names'
import { LinkPending } from '@/components/ui/link-pending'
import { Cell, NameCell, Row, RowGroup, TwoLines } from '@/components/ui/table'
import type { GovernedToken } from '@/lib/governance/governed-token'
import type { ListPlace } from '@/lib/governance/list-address'
import type { TtlPolicy } from '@/lib/governance/violation'
import { actableOf } from '../acts/actable'
import { RowMenu } from '../acts/row-menu'
import { SelectToken } from '../acts/selection'
import { AlertIcon } from '../alert/alert-icon'
import { detailsAddress, rowId } from '../details/details-address'
import { PlaceLink } from '../place-link'
import { StatusCell } from './status-cell'

/** In a table it is clipped, with the whole text in its title; in a record it wraps. */
const clippedClass = 'block min-w-0 wrap-anywhere sm:truncate'

type CellProps = { token: GovernedToken; place: ListPlace }

function Name({ token, place }: CellProps) {
  const look = token.revokedAt ? 'text-subtle line-through decoration-1' : 'text-ink'
  return (
    <>
      <PlaceLink
        id={rowId(token.id)}
        place={{ ...place, details: token.id }}
        title={token.name}
        className={classNames(clippedClass, 'relative -my-[3px] rounded-badge py-[3px] font-label hover:text-accent hover:underline', look)}
      >
        {token.name}
        <LinkPending />
      </PlaceLink>
      <span className="block font-mono text-xs text-subtle">…{token.lastFour}</span>
    </>
  )
}

function Person({ token: { user }, place: { filter, sort, size } }: CellProps) {
  const t = useTranslations('governance.table')
  return (
    <>
      <PlaceLink
        place={{ filter: { ...filter, user: user.id }, sort, size }}
        title={t('filterUser', { name: user.name })}
        className={classNames(clippedClass, '-my-[3px] rounded-badge py-[3px] hover:text-accent hover:underline')}
      >
        {user.name}
      </PlaceLink>
      <span title={user.email} className="block truncate text-xs text-subtle">
        {user.status === 'active' ? null : <span className="text-muted">{t('gone', { status: user.status })} · </span>}
        {user.email}
      </span>
    </>
  )
}

export type TokenRowProps = { token: GovernedToken; place: ListPlace; policy: TtlPolicy; now: Date; mayAct: boolean }

/** One token of the organization: a row, on a phone a record. */
export function TokenRow({ token, place, policy, now, mayAct }: TokenRowProps) {
  const t = useTranslations('governance.table')
  const actable = actableOf(token, now)
  return (
    <RowGroup className={token.revokedAt ? 'text-subtle' : ''}>
      <Row>
        {mayAct ? (
          <Cell at="check">{token.revokedAt ? null : <SelectToken token={actable} />}</Cell>
        ) : null}
        <Cell at="alert">{token.violations.length > 0 ? <AlertIcon token={token} place={place} policy={policy} now={now} /> : null}</Cell>
        <NameCell>
          <Name token={token} place={place} />
        </NameCell>
        <Cell at="left">
          <Person token={token} place={place} />
        </Cell>
        <Cell at="right">
          <StatusCell token={token} now={now} />
        </Cell>
        <Cell leaves="second" hideOnPhone>
          <span className="[&_[data-badge]]:whitespace-normal [&_[data-badge]]:wrap-anywhere [&_[data-badge]]:hyphens-auto sm:[&>span]:gap-x-1">
            <ScopeList {...token} />
          </span>
        </Cell>
        <Cell leaves="first" hideOnPhone data-dates>
          <TwoLines second={<Instant at={token.createdAt} precision="day" />}>
            <Relative at={token.createdAt} now={now} />
          </TwoLines>
        </Cell>
        <Cell at="left" data-dates>
          <Expiry label={t('expires')} expiresAt={token.expiresAt} revoked={token.revokedAt !== null} now={now} past={t('expired')} />
        </Cell>
        <Cell at="right" data-dates>
          <LastUse label={t('lastUsed')} at={token.lastUsedAt} now={now} />
        </Cell>
        <Cell at="act">
          <RowMenu token={actable} details={detailsAddress(place, token.id)} />
        </Cell>
      </Row>
    </RowGroup>
  )
}
