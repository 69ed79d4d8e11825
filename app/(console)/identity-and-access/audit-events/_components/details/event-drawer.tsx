import { Repeat } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { GoneDrawer } from '@/components/ui/gone-drawer'
import { WHOLE_LOG } from '@/lib/audit/event-filter'
import { logAddress, type LogPlace } from '@/lib/audit/log-address'
import type { RecordedEvent } from '@/lib/audit/recorded-event'
import { LIST_ID, rowId } from '../list/list-id'
import { LogLink } from '../log-link'
import { useEventTexts } from '../use-event-texts'
import { Details } from './details'
import { Facts } from './facts'

type EventDrawerProps = {
  /** Null: the address names none that there is. */
  event: RecordedEvent | null
  place: LogPlace
  organization: string
  seesTokens: boolean
}

function Attempts({ details }: RecordedEvent) {
  const t = useTranslations('auditEvents.details')
  const format = useFormatter()
  const { furtherAttempts: count, minute } = details
  if (typeof count !== 'number' || typeof minute !== 'string' || Number.isNaN(Date.parse(minute))) return null
  return (
    <Banner tone="warn" icon={Repeat}>
      <p>{t.rich('attempts', { count, minute: format.dateTime(new Date(minute), 'moment'), b: (text) => <strong>{text}</strong> })}</p>
    </Banner>
  )
}

/** The ways on from an event: what else happened to its token, and what else its actor did. */
function Others({ event: { token, actor }, size }: { event: RecordedEvent; size: LogPlace['size'] }) {
  const t = useTranslations('auditEvents.details')
  const look = buttonClass({ look: 'quiet' })
  return (
    <>
      {token ? (
        <LogLink place={{ filter: { ...WHOLE_LOG, token: token.id }, size }} className={look}>
          {t('ofToken')}
        </LogLink>
      ) : null}
      {actor ? (
        <LogLink place={{ filter: { ...WHOLE_LOG, actor: actor.id }, size }} className={look}>
          {t('ofActor', { name: actor.name })}
        </LogLink>
      ) : null}
    </>
  )
}

/** All that is recorded of the event that the address names, over the log. */
export function EventDrawer({ event, place, organization, seesTokens }: EventDrawerProps) {
  const t = useTranslations('auditEvents.details')
  const text = useEventTexts()
  const common = { close: logAddress({ ...place, details: undefined }), closeLabel: t('close') }
  if (!event) return <GoneDrawer {...common} title={t('gone')} text={t('goneText', { organization })} returnTo={[LIST_ID]} />
  return (
    <Drawer
      key={event.id}
      {...common}
      title={text.name(event.type) ?? event.type}
      lead={<p className="font-mono text-xs wrap-anywhere text-subtle">{event.type}</p>}
      returnTo={[rowId(event.id), LIST_ID]}
      foot={event.token || event.actor ? <Others event={event} size={place.size} /> : null}
    >
      <Attempts {...event} />
      <Facts event={event} place={place} seesTokens={seesTokens} />
      <Details details={event.details} />
    </Drawer>
  )
}
