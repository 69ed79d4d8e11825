import { useFormatter, useTranslations } from 'next-intl'
import { FilterChip } from '@/components/ui/filter-chip'
import type { EventFilter } from '@/lib/audit/event-filter'
import { logAddress, type LogPlace } from '@/lib/audit/log-address'
import type { SubjectNames } from '@/lib/audit/queries/find-subject-names'
import { useEventTexts } from '../use-event-texts'

export type ChipsProps = { place: LogPlace; names: SubjectNames }

/** The active filters by name, in the order of the address. */
function useActive({ place: { filter }, names }: ChipsProps): { name: keyof EventFilter; value: string }[] {
  const t = useTranslations('auditEvents')
  const text = useEventTexts()
  const format = useFormatter()
  const { type, actor, token, result, period, from, to } = filter
  // A day of the calendar is no instant: it is the same day in whatever zone it is written.
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  const values: Record<keyof EventFilter, string | null> = {
    type: type === null ? null : (text.name(type) ?? type),
    actor: actor === null ? null : (names.actor ?? t('filters.unknownActor')),
    token: token === null ? null : names.token ? `${names.token.name} …${names.token.lastFour}` : t('filters.unknownToken'),
    result: result === null ? null : t(result),
    period: period === null ? null : t(`filters.${period}`),
    from: from === null ? null : day(from),
    to: to === null ? null : day(to),
  }
  return (Object.keys(filter) as (keyof EventFilter)[]).flatMap((name) => {
    const value = values[name]
    return value === null ? [] : [{ name, value }]
  })
}

/** What narrows the log, each with the way to be rid of it; as items of a list. */
export function Chips(props: ChipsProps) {
  const t = useTranslations('auditEvents.filters')
  const { filter, size } = props.place
  return useActive(props).map(({ name, value }) => (
    <FilterChip key={name} name={t(name)} value={value} remove={t('remove', { name: t(name) })} without={logAddress({ filter: { ...filter, [name]: null }, size })} />
  ))
}
