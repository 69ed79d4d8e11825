/**
 * Each language's locale for dates and numbers. English dates are written day first, with a 24-hour clock, as
 * readers in many countries expect them.
 */
export const formattingLocale = { en: 'en-GB', de: 'de', it: 'it' } as const

const date = { day: 'numeric', month: 'short', year: 'numeric' } as const
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** How instants are written: a day; a day and time; the same without the year where it is this year's; to the second, where what followed what matters. */
export const formats = {
  dateTime: {
    day: date,
    moment: { ...date, ...time },
    thisYear: { day: 'numeric', month: 'short', ...time },
    longMoment: { ...date, month: 'long', ...time },
    longDay: { weekday: 'long', ...date, month: 'long' },
    second: { ...date, ...time, second: '2-digit' },
    clock: { ...time, second: '2-digit' },
  },
} as const
