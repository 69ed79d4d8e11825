import { isUuid } from '../uuid'

export const RESULTS = ['success', 'failure'] as const
/** Periods that end now. */
export const PERIODS = ['24h', '7d', '30d'] as const
export type Period = (typeof PERIODS)[number]

/** Which of an organization's audit events are looked at. Null leaves nothing out. */
export type EventFilter = {
  /** `csp__…`; of another version of the console, it may be one that is not known here. */
  type: string | null
  /** The id of who did it. */
  actor: string | null
  /** The id of the token that it was done to. */
  token: string | null
  result: (typeof RESULTS)[number] | null
  period: Period | null
  /** Calendar days, both included, in the reader's time zone. Only where there is no period. */
  from: string | null
  to: string | null
}

export const WHOLE_LOG: EventFilter = { type: null, actor: null, token: null, result: null, period: null, from: null, to: null }

/** As the table has it, and no longer than anybody would name one. */
const TYPE = /^csp__[a-z_]{1,60}$/
const DAY = /^2\d{3}-\d\d-\d\d$/

/** The day that a text names; null where the calendar has none such. */
function readDay(text: string): string | null {
  const at = DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null
}

/** The filter that the texts of an address ask for. What can't be read is left out, as though it were not there. */
export function readEventFilter(text: (name: keyof EventFilter) => string): EventFilter {
  const [type, actor, token] = [text('type'), text('actor'), text('token')]
  const period = PERIODS.find((one) => one === text('period')) ?? null
  const [from, to] = [readDay(text('from')), readDay(text('to'))]
  const turned = from !== null && to !== null && from > to
  return {
    type: TYPE.test(type) ? type : null,
    actor: isUuid(actor) ? actor : null,
    token: isUuid(token) ? token : null,
    result: RESULTS.find((one) => one === text('result')) ?? null,
    period,
    from: period ? null : turned ? to : from,
    to: period ? null : turned ? from : to,
  }
}

/** Whether the filter leaves anything out. */
export function isNarrowed(filter: EventFilter): boolean {
  return Object.values(filter).some((value) => value !== null)
}
