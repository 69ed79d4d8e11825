import { useTranslations } from 'next-intl'
import { Pagination } from '@/components/lists/pagination'
import { useTotalText } from '@/components/lists/use-total-text'
import { Panel } from '@/components/ui/panel'
import { Table } from '@/components/ui/table'
import { isNarrowed } from '@/lib/audit/event-filter'
import { AUDIT_EVENTS_PATH, logAddress, logParameters, type LogPlace } from '@/lib/audit/log-address'
import type { EventPage } from '@/lib/audit/queries/list-audit-events'
import { PAGE_SIZES } from '@/lib/page-size'
import type { ChipsProps } from '../filters/chips'
import { ColumnHeads } from './column-heads'
import { Days } from './days'
import type { EventRowProps } from './event-row'
import { LIST_ID } from './list-id'
import { NoMatch } from './no-match'

const strong = (text: React.ReactNode) => <strong className="tabular-nums">{text}</strong>

function Pages({ page: { events, from, total, next, previous }, place: { filter, size } }: { page: EventPage; place: LogPlace }) {
  const t = useTranslations('auditEvents.table')
  const turned = (to: Partial<LogPlace>) => `${logAddress({ filter, size, ...to })}#${LIST_ID}`
  return (
    <Pagination
      {...{ from, total, size, path: AUDIT_EVENTS_PATH, count: events.length }}
      first={turned({})}
      previous={previous && turned({ before: previous })}
      next={next && turned({ after: next })}
      kept={logParameters({ filter, size: PAGE_SIZES[0] })}
      names={{ previous: t('newer'), next: t('older') }}
    />
  )
}

type EventListProps = Omit<EventRowProps, 'event'> & ChipsProps & { page: EventPage }

/** The organization's audit events, as far as the filters leave them, a page at a time, newest first. */
export function EventList({ page, names, ...shown }: EventListProps) {
  const t = useTranslations('auditEvents.table')
  const totalText = useTotalText()
  const { place, organization } = shown
  return (
    <Panel aria-labelledby={LIST_ID} className="@container overflow-clip">
      <h2 id={LIST_ID} tabIndex={-1} className="sr-only">
        {t('caption', { organization })}
      </h2>
      <p className="min-h-11 px-4 py-3 text-muted max-sm:border-b max-sm:border-line">
        {t.rich('shown', { b: strong, of: isNarrowed(place.filter) ? 'part' : 'all', count: page.total.count, total: totalText(page.total) })}
      </p>
      {page.events.length > 0 ? (
        <>
          <Table aria-labelledby={LIST_ID} className="sm:table-fixed">
            <ColumnHeads />
            <Days events={page.events} {...shown} />
          </Table>
          <Pages page={page} place={place} />
        </>
      ) : (
        <NoMatch place={place} names={names} />
      )}
    </Panel>
  )
}
