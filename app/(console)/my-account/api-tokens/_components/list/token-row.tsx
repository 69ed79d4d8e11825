import { useTranslations } from 'next-intl'
import { Expiry } from '@/components/tokens/expiry'
import { Instant, Relative } from '@/components/tokens/instant'
import { LastUse } from '@/components/tokens/last-use'
import { ScopeList } from '@/components/tokens/scope-list'
import { SelectToken } from '@/components/tokens/selection'
import { StatusBadges } from '@/components/tokens/status-badges'
import { classNames } from '@/components/ui/class-names'
import { Cell, NameCell, Row, RowGroup, TwoLines } from '@/components/ui/table'
import type { OwnToken } from '@/lib/tokens/own-token'
import { editableOf, regenerableOf } from './own-acts'
import { RowMenu } from './row-menu'
import { hasNotes, TokenNotes, type NotesProps } from '../notes/token-notes'

type TokenRowProps = NotesProps & { now: Date }

function LastFour({ text, className }: { text: string; className?: string }) {
  return <span className={classNames('font-mono text-xs whitespace-nowrap text-subtle', className)}>…{text}</span>
}

/**
 * In a table the text does not ask for room, or the longest one would push the menu out of the panel: it takes what
 * the other columns leave and is clipped. In a record it wraps.
 */
const nameClass = 'block sm:min-w-28 sm:contain-inline-size'
const clippedClass = 'min-w-0 wrap-anywhere sm:truncate'

function Name({ token }: { token: OwnToken }) {
  const t = useTranslations('list')
  const revoked = token.revokedAt !== null
  return (
    <span className={nameClass}>
      <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1">
        <span title={token.name} className={classNames(clippedClass, 'font-label', revoked ? 'text-subtle line-through decoration-1' : 'text-ink')}>
          {token.name}
        </span>
        <StatusBadges
          revoked={revoked}
          expired={token.expired}
          deactivated={token.deactivated !== null}
          powerless={token.powerless}
          violations={token.violations.length}
        />
      </span>
      {token.revokedAt || token.description ? (
        <span title={token.description ?? undefined} className={classNames(clippedClass, 'block text-xs text-subtle sm:max-w-[24rem]')}>
          {token.revokedAt ? t.rich('revokedOn', { date: () => <Instant at={token.revokedAt ?? token.createdAt} precision="day" /> }) : null}
          {token.revokedAt && token.description ? ' · ' : null}
          {token.description}
        </span>
      ) : null}
    </span>
  )
}

/** One token: a row, on a phone a record, with a note under it when something keeps it from working. */
export function TokenRow({ token, now, policy, forOwner }: TokenRowProps) {
  const t = useTranslations('list')
  const revoked = token.revokedAt !== null
  return (
    <RowGroup className={revoked ? 'text-subtle' : ''}>
      <Row>
        <Cell at="check">{revoked ? null : <SelectToken tokenId={token.id} name={token.name} />}</Cell>
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
            <ScopeList {...token} lost={revoked ? [] : token.lostScopes} />
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
          <LastUse label={t('lastUsed')} at={token.lastUsedAt} now={now} />
        </Cell>
        <Cell at="act">{revoked ? null : <RowMenu editable={editableOf(token)} regenerable={regenerableOf(token)} />}</Cell>
      </Row>
      {hasNotes(token) ? <TokenNotes token={token} policy={policy} forOwner={forOwner} /> : null}
    </RowGroup>
  )
}
