/** One line of a report: what was measured, and, where there is one, whether it reaches its goal. */
export function report(what: string, value: string, goal?: { text: string; reached: boolean }): void {
  const verdict = goal ? `${goal.reached ? 'reached' : 'MISSED '}  goal ${goal.text}` : ''
  process.stdout.write(`${what.padEnd(58)} ${value.padStart(12)}   ${verdict}\n`)
}

/** The middle of `values`: one slow round on a busy machine does not count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
