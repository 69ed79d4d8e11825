/** Stands for whatever is no whole number: the schema refuses it, and says why. */
const NOT_WHOLE = 0.5

/**
 * What was typed as a length: digits alone count, with a minus if there is one, so that −1 is refused as too short
 * rather than as "not whole". `Number` would take "0x10" for 16 and "1e2" for 100.
 *
 * @returns NaN where nothing was typed
 */
export function parseWhole(typed: string): number {
  const text = typed.trim()
  if (text === '') return NaN
  const digits = /^([-−]?)(\d+)$/.exec(text)
  if (!digits) return NOT_WHOLE
  // More than a computer counts exactly is too long like any other, and not "not whole".
  const size = Math.min(Number(digits[2]), Number.MAX_SAFE_INTEGER)
  return digits[1] ? -size : size
}
