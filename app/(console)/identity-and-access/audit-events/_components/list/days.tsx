import { useFormatter } from 'next-intl'
import { Fragment } from 'react'
import { Cell, Row, RowGroup } from '@/components/ui/table'
import type { RecordedEvent } from '@/lib/audit/recorded-event'
import { EventRow, type EventRowProps } from './event-row'

const COLUMNS = 6

/** Events in their order, by days of the reader's calendar. */
function byDay(events: readonly RecordedEvent[], dayOf: (at: Date) => string): { day: string; events: RecordedEvent[] }[] {
  const days: { day: string; events: RecordedEvent[] }[] = []
  for (const event of events) {
    const day = dayOf(event.at)
    const last = days.at(-1)
    if (last?.day === day) last.events.push(event)
    else days.push({ day, events: [event] })
  }
  return days
}

/** The rows of a page, under the day that they happened on. */
export function Days({ events, ...shown }: Omit<EventRowProps, 'event'> & { events: readonly RecordedEvent[] }) {
  const format = useFormatter()
  return byDay(events, (at) => format.dateTime(at, 'longDay')).map(({ day, events: ofDay }) => (
    <Fragment key={day}>
      <RowGroup>
        <Row kind="day">
          <Cell colSpan={COLUMNS}>
            <h3 className="text-sm font-strong">{day}</h3>
          </Cell>
        </Row>
      </RowGroup>
      {ofDay.map((event) => (
        <EventRow key={event.id} event={event} {...shown} />
      ))}
    </Fragment>
  ))
}
