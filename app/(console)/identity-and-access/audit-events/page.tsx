import { ScrollText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { isNarrowed } from '@/lib/audit/event-filter'
import { FIND_PARAMETER, logAddress, readLogPlace, type LogPlace } from '@/lib/audit/log-address'
import { findEvent } from '@/lib/audit/queries/find-event'
import { findSubjectNames } from '@/lib/audit/queries/find-subject-names'
import { findSubjects } from '@/lib/audit/queries/find-subjects'
import { listAuditEvents } from '@/lib/audit/queries/list-audit-events'
import { APPLY_PARAMETER } from '@/lib/page-size'
import { requireUser } from '@/lib/platform/context'
import { isAuditReader, requireAuditReader, type AuditReaderContext } from '@/lib/platform/roles'
import { EventDrawer } from './_components/details/event-drawer'
import { FilterBar } from './_components/filters/filter-bar'
import type { FoundProps } from './_components/filters/found'
import { EventList } from './_components/list/event-list'
import { LogExport } from './_components/list/log-export'

/** Whom and what a typed text may mean. One leads to that one's events; a secret that was typed there is not looked at. */
async function findTyped(ctx: AuditReaderContext, { filter, size }: LogPlace, typed: string | string[] | undefined): Promise<FoundProps | null> {
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '' || text.includes('tw_')) return null
  const { people, tokens } = await findSubjects(ctx, text)
  const place = { filter, size }
  const [person, token] = [people[0], tokens[0]]
  if (person && people.length + tokens.length === 1) redirect(logAddress({ ...place, filter: { ...filter, actor: person.id } }))
  if (token && people.length + tokens.length === 1) redirect(logAddress({ ...place, filter: { ...filter, token: token.id } }))
  return { text, people, tokens, place }
}

export default async function AuditEventsPage({ searchParams }: PageProps<'/identity-and-access/audit-events'>) {
  const [user, parameters] = await Promise.all([requireUser(), searchParams])
  if (!isAuditReader(user)) notFound()
  const ctx = requireAuditReader(user)
  const place = readLogPlace(parameters)
  const found = await findTyped(ctx, place, parameters[FIND_PARAMETER])
  // A form of the browser's own names what was left empty, too: every view has but one address.
  if (!found && (parameters[APPLY_PARAMETER] !== undefined || parameters[FIND_PARAMETER] !== undefined)) redirect(logAddress(place))
  const [page, names, event, t] = await Promise.all([
    listAuditEvents(ctx, place),
    findSubjectNames(ctx, place.filter),
    place.details === undefined ? null : findEvent(ctx, place.details),
    getTranslations(),
  ])
  // Whoever may see a token in the organization's list gets there by its name.
  const seesTokens = user.igaActivated && user.roles.includes('org_owner')
  const shown = { place, seesTokens, organization: user.orgName }
  const narrowed = isNarrowed(place.filter)
  return (
    <ClientMessages parts={['shell', 'nav', 'problem', 'errors']}>
      <Breadcrumbs steps={[{ label: t('nav.identityAndAccess') }, { label: t('nav.auditEvents') }]} />
      <PageHead title={t('auditEvents.title')} lead={t('auditEvents.lead', { zone: user.timeZone })} actions={<LogExport place={place} />} />
      {page.total.count === 0 && !narrowed ? (
        <Empty icon={ScrollText} title={t('auditEvents.empty.title')}>
          {t('auditEvents.empty.text', { organization: user.orgName })}
        </Empty>
      ) : (
        <>
          <FilterBar place={place} names={names} found={found} zone={user.timeZone} />
          <EventList {...shown} page={page} names={names} />
        </>
      )}
      {place.details === undefined ? null : <EventDrawer {...shown} event={event} />}
    </ClientMessages>
  )
}
