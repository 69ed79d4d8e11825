import { PAGE_SIZES, readPageSize, type PageSize } from '../page-size'
import { readEventFilter, WHOLE_LOG, type EventFilter } from './event-filter'

export const AUDIT_EVENTS_PATH = '/identity-and-access/audit-events'

/** What of the log an address shows, newest first. */
export type LogPlace = {
  filter: EventFilter
  size: PageSize
  /** The cursor of the row before the page, or of the row behind it; at most one of them. */
  after?: string | undefined
  before?: string | undefined
  /** The event whose details are open. */
  details?: string | undefined
}

/** What was typed of a person's or a token's name, which is yet to be found. */
export const FIND_PARAMETER = 'find'

type Parameters = Record<string, string | string[] | undefined>

/** What of the log an address asks for; what cannot be read is left out. */
export function readLogPlace(parameters: Parameters): LogPlace {
  const text = (name: string) => {
    const value = parameters[name]
    return typeof value === 'string' ? value : ''
  }
  const after = text('after')
  return {
    filter: readEventFilter(text),
    size: readPageSize(text('size')),
    after: after || undefined,
    before: (!after && text('before')) || undefined,
    details: text('details') || undefined,
  }
}

/** The parameters of `place`; the fewest there are, so that every view has but one address. */
export function logParameters({ filter, size, after, before, details }: LogPlace): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const name of Object.keys(WHOLE_LOG) as (keyof EventFilter)[]) {
    const value = filter[name]
    if (value !== null) parameters.set(name, value)
  }
  if (size !== PAGE_SIZES[0]) parameters.set('size', String(size))
  if (after) parameters.set('after', after)
  if (before) parameters.set('before', before)
  if (details) parameters.set('details', details)
  return parameters
}

/** The address that shows `place`. */
export function logAddress(place: LogPlace): string {
  const parameters = logParameters(place)
  return parameters.size > 0 ? `${AUDIT_EVENTS_PATH}?${parameters.toString()}` : AUDIT_EVENTS_PATH
}
