/** Stands for whatever is no whole number: the schema refuses it, and says why. */
const NOT_WHOLE = 0.5

/**
 * What was typed as a length: digits alone count. `Number` would take "0x10" for 16 and "1e2" for 100.
 *
 * @returns NaN where nothing was typed
 */
export function parseWhole(typed: string): number {
  const text = typed.trim()
  if (text === '') return NaN
  // More than a computer counts exactly is too long like any other, and not "not whole".
  return /^\d+$/.test(text) ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : NOT_WHOLE
}
