/** Ends of lines and other controls, and what turns the direction of the text that follows. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** A name as one line that stays on it and cannot turn what surrounds it around, for subjects and lists. */
export const oneLine = (text: string): string => text.replace(TURNS, '').replace(CONTROLS, ' ').trim()

/** Somebody's words as lines, each harmless as `oneLine` makes it. */
export const plainLines = (text: string): string[] => text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(oneLine)

/** Opens and closes a stretch of text that has a direction of its own, where there is no markup to say so. */
export const isolate = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text)
