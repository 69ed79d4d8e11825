import { useTranslations } from 'next-intl'
import { TwoLines } from '@/components/ui/table'
import type { LogPlace } from '@/lib/audit/log-address'
import type { Actor, RecordedEvent } from '@/lib/audit/recorded-event'
import { LogLink } from '../log-link'
import { useEventTexts } from '../use-event-texts'

type ActorCellProps = { event: RecordedEvent; place: LogPlace }

/** What somebody is in the organization, in words. */
export function useStandingText(): (standing: Actor['standing']) => string | null {
  const t = useTranslations('auditEvents')
  const roleName = useTranslations('roles')
  return (standing) => {
    if (standing === null) return null
    return standing === 'suspended' || standing === 'removed' ? t('everybodyGone', { status: standing }) : roleName(`${standing}.name`)
  }
}

/** What is most worth knowing of whoever did it beside the name. */
function useSecond({ type, actor, details }: RecordedEvent): string | null {
  const t = useTranslations('auditEvents')
  const standing = useStandingText()
  const text = useEventTexts()
  const further = details['furtherAttempts']
  if (type === 'csp__user_login_failed') return t('notSignedIn')
  if (type === 'csp__refresh_token_exchange_failed' && typeof further === 'number') return t('target.attempts', { count: further })
  return actor ? standing(actor.standing) : text.trigger(details['trigger'])
}

/** Who did it: somebody, or the console by itself. */
export function ActorCell({ event, place: { filter, size } }: ActorCellProps) {
  const t = useTranslations('auditEvents')
  const second = useSecond(event)
  const { actor, type } = event
  if (!actor) return <TwoLines second={second}>{type === 'csp__user_login_failed' ? '—' : t('system')}</TwoLines>
  return (
    <TwoLines second={second}>
      <LogLink
        place={{ filter: { ...filter, actor: actor.id }, size }}
        title={t('table.filterActor', { name: actor.name })}
        className="-my-[3px] inline-block rounded-badge py-[3px] wrap-anywhere hover:text-accent hover:underline"
      >
        {actor.name}
      </LogLink>
    </TwoLines>
  )
}
