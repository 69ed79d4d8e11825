import { useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import type { LogPlace } from '@/lib/audit/log-address'
import type { Actor, RecordedEvent } from '@/lib/audit/recorded-event'
import { useStandingText } from '../list/actor-cell'
import { Result } from '../list/event-row'
import { TargetCell } from '../list/target-cell'
import { Fact, FactList } from './fact'

function Person({ actor: { name, email, standing } }: { actor: Actor }) {
  const text = useStandingText()(standing)
  return (
    <>
      <span className="block">{name}</span>
      <span className="block text-subtle">{email}</span>
      {text === null ? null : <span className="block text-subtle">{text}</span>}
    </>
  )
}

type FactsProps = { event: RecordedEvent; place: LogPlace; seesTokens: boolean }

/** What is recorded of every event. */
export function Facts({ event, place, seesTokens }: FactsProps) {
  const t = useTranslations('auditEvents')
  const { at, actor, token, cause, ip, userAgent, requestId, id } = event
  const none = <span className="text-muted">{t('details.none')}</span>
  return (
    <FactList>
      <Fact name={t('details.result')}>
        <Result event={event} />
        {cause === null ? null : <code className="block text-xs text-subtle">{cause}</code>}
      </Fact>
      <Fact name={t('details.time')}>
        <Instant at={at} precision="second" />
      </Fact>
      <Fact name={t('details.actor')}>{actor ? <Person actor={actor} /> : t('system')}</Fact>
      {token ? (
        <Fact name={t('details.token')}>
          <TargetCell event={{ ...event, details: {} }} place={place} organization="" seesTokens={seesTokens} />
        </Fact>
      ) : null}
      <Fact name={t('details.from')}>{ip === null ? none : <span className="font-mono text-xs">{ip}</span>}</Fact>
      <Fact name={t('details.userAgent')}>{userAgent ?? none}</Fact>
      <Fact name={t('details.requestId')}>{requestId === null ? none : <span className="font-mono text-xs">{requestId}</span>}</Fact>
      <Fact name={t('details.eventId')}>
        <span className="font-mono text-xs">{id}</span>
      </Fact>
    </FactList>
  )
}
