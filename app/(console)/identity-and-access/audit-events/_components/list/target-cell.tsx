import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { TwoLines } from '@/components/ui/table'
import type { LogPlace } from '@/lib/audit/log-address'
import { policyChanges } from '@/lib/audit/policy-change'
import type { RecordedEvent } from '@/lib/audit/recorded-event'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { LogLink } from '../log-link'
import { useEventTexts } from '../use-event-texts'

type TargetCellProps = { event: RecordedEvent; place: LogPlace; organization: string; seesTokens: boolean }

const nameClass = '-my-[3px] inline-block rounded-badge py-[3px] wrap-anywhere hover:text-accent hover:underline'

/** A token by its name: for those who see the organization's tokens the way to it, for others to its events. */
function TokenName({ token, place: { filter, size }, seesTokens }: Pick<TargetCellProps, 'place' | 'seesTokens'> & { token: NonNullable<RecordedEvent['token']> }) {
  const t = useTranslations('auditEvents.table')
  const { id, name } = token
  if (seesTokens) {
    return (
      <Link href={`${GOVERNANCE_PATH}?details=${id}`} prefetch={false} title={t('openToken', { name })} className={nameClass}>
        {name}
      </Link>
    )
  }
  return (
    <LogLink place={{ filter: { ...filter, token: id }, size }} title={t('filterToken', { name })} className={nameClass}>
      {name}
    </LogLink>
  )
}

function TokenTarget({ event: { token, details }, ...shown }: Omit<TargetCellProps, 'organization'>) {
  const t = useTranslations('auditEvents.target')
  const text = useEventTexts()
  if (!token) return null
  const { reason, formerName } = details
  const further = typeof reason === 'string' ? (text.reason(reason) ?? reason) : typeof formerName === 'string' ? t('formerly', { name: formerName }) : null
  const second = (
    <>
      <span className="font-mono">…{token.lastFour}</span>
      {further === null ? null : ` · ${further}`}
    </>
  )
  return (
    <TwoLines second={second}>
      <TokenName token={token} {...shown} />
    </TwoLines>
  )
}

/** What it was done to where that is no token: in two lines, the second may be none. */
function useTarget({ type, details }: RecordedEvent, organization: string): [first: string, second: string | null] | null {
  const t = useTranslations('auditEvents')
  const text = useEventTexts()
  const number = (name: string) => {
    const value = details[name]
    return typeof value === 'number' ? value : null
  }
  const [scanned, violating, count, sessions, ended] = [number('scanned'), number('newlyViolating'), number('count'), number('sessions'), number('endedSessions')]
  if (type === 'csp__update_token_policy') {
    const changed = policyChanges(details).filter(({ from, to }) => from !== to)
    return [organization, changed.map((change) => `${t(`facts.${change.policy}`)}: ${text.change(change)}`).join(', ') || null]
  }
  if (type === 'csp__enforce_api_token_mfa') return [organization, `${t('facts.enforcedTo')}: ${t(details['enforcedTo'] === true ? 'facts.yes' : 'facts.no')}`]
  if (typeof details['deviceName'] === 'string') return [details['deviceName'], null]
  if (type === 'csp__activate_governance' || type === 'csp__create_organization') return [organization, null]
  if (scanned !== null) return [t('target.tokens', { count: scanned }), violating === null ? null : t('target.violations', { count: violating })]
  if (count !== null) return [t('target.tokens', { count }), null]
  if (sessions !== null) return [t('target.sessions', { count: sessions }), null]
  return ended === null || ended === 0 ? null : [t('target.ended', { count: ended }), null]
}

/** What it was done to. */
export function TargetCell({ event, organization, ...shown }: TargetCellProps) {
  const target = useTarget(event, organization)
  const former = event.details['tokenName']
  if (event.token) return <TokenTarget event={event} {...shown} />
  if (target) return <TwoLines second={target[1]}>{target[0]}</TwoLines>
  return <TwoLines>{typeof former === 'string' ? former : <span className="text-subtle max-sm:hidden">—</span>}</TwoLines>
}
