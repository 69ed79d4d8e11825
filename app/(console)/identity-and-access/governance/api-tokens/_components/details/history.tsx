import { Ban, CircleCheck, CircleX, KeyRound, Pencil, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import type { AuditEventType } from '@/lib/audit/events'
import type { TokenDetails, TokenEvent } from '@/lib/governance/token-details'

const ICONS = {
  csp__generate_api_token: KeyRound,
  csp__regenerate_api_token: RefreshCw,
  csp__edit_api_token: Pencil,
  csp__revoke_api_token: CircleX,
  csp__deactivate_api_token: Ban,
  csp__activate_api_token: CircleCheck,
  csp__refresh_token_exchange_failed: CircleX,
} as const satisfies Partial<Record<AuditEventType, LucideIcon>>

type Told = keyof typeof ICONS

const isTold = (type: AuditEventType): type is Told => type in ICONS

/** What happened: the audit log's events, and since when the token violates what. */
type Happening = { key: string; at: Date } & ({ event: TokenEvent } | { violation: TokenDetails['violations'][number]['kind'] })

function happenings({ history, violations }: TokenDetails): Happening[] {
  const events = (history?.events ?? []).map((event) => ({ key: event.id, at: event.at, event }))
  const found = violations.map(({ kind, since }) => ({ key: kind, at: since, violation: kind }))
  return [...events, ...found].toSorted((one, other) => other.at.getTime() - one.at.getTime())
}

function EventText({ event: { type, by, cause } }: { event: TokenEvent }) {
  const t = useTranslations('governance')
  const what = t(`events.${isTold(type) ? type : 'other'}`)
  if (cause) {
    return (
      <>
        {what} <code>{cause}</code>
      </>
    )
  }
  return by ? t('details.historyBy', { what, who: by }) : what
}

/** What happened to a token, newest first. */
export function History({ token }: { token: TokenDetails }) {
  const t = useTranslations('governance')
  const all = happenings(token)
  return (
    <section aria-labelledby="history">
      <h3 id="history" className="mb-2 font-strong">
        {t('details.history')}
      </h3>
      <ul className="grid gap-1.5 text-muted">
        {all.map((happening) => {
          const Icon = 'event' in happening ? (isTold(happening.event.type) ? ICONS[happening.event.type] : Pencil) : TriangleAlert
          return (
            <li key={happening.key} className="grid grid-cols-[14px_minmax(0,1fr)] gap-2">
              <Icon className="mt-0.5 size-3.5 stroke-2 text-subtle" />
              <span className="wrap-anywhere">
                {'event' in happening ? <EventText event={happening.event} /> : t(`events.${happening.violation}`)} · <Instant at={happening.at} />
              </span>
            </li>
          )
        })}
      </ul>
      {token.history === null ? <p className="mt-1.5 text-muted">{t('details.historyHidden')}</p> : null}
      {token.history !== null && all.length === 0 ? <p className="text-muted">{t('details.noHistory')}</p> : null}
      {token.history?.more ? <p className="mt-1.5 text-xs text-subtle">{t('details.truncated')}</p> : null}
    </section>
  )
}
