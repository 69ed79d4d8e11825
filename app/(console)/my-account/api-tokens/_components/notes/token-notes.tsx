import { useTranslations } from 'next-intl'
import { Cell, Row } from '@/components/ui/table'
import type { TtlPolicy } from '@/lib/governance/violation'
import type { OwnToken } from '@/lib/tokens/own-token'
import { DeactivatedNote, ExpiredNote } from './ended-notes'
import { IdleNote, MaxTtlNote } from './violation-notes'
import { PowerlessNote } from './powerless-note'

export type NotesProps = {
  token: OwnToken
  policy: TtlPolicy
  /** The reader is an Organization Owner, who need not be sent to one. */
  forOwner: boolean
}

/** Whether anything about the token wants to be said. A working token has no note, so trouble is seen by the shape of the list. */
export function hasNotes({ revokedAt, expired, deactivated, violations, powerless }: OwnToken): boolean {
  return !revokedAt && (expired || deactivated !== null || violations.length > 0 || powerless)
}

/** What is wrong with a token, since when, and the one thing to do: the worst first. */
export function TokenNotes({ token, policy, forOwner }: NotesProps) {
  const t = useTranslations('note')
  const ended = token.expired || token.deactivated !== null
  const works = !ended && !token.powerless
  return (
    <Row kind="note">
      <Cell hideOnPhone />
      <Cell colSpan={7}>
        <ul aria-label={t('label', { name: token.name })} className="grid gap-1.5">
          {token.deactivated ? <DeactivatedNote token={token} deactivated={token.deactivated} forOwner={forOwner} /> : null}
          {token.expired && !token.deactivated ? <ExpiredNote token={token} /> : null}
          {token.powerless && !ended ? <PowerlessNote token={token} forOwner={forOwner} /> : null}
          {token.violations.map(({ kind, since }) =>
            kind === 'idle_ttl_exceeded' ? (
              <IdleNote key={kind} token={token} since={since} limit={policy.idle} />
            ) : (
              <MaxTtlNote key={kind} token={token} since={since} limit={policy.max} works={works} />
            ),
          )}
        </ul>
      </Cell>
    </Row>
  )
}
