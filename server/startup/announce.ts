/** Says on the terminal what the starter is doing: one line for each step. */
export function announce(line: string): void {
  process.stdout.write(`\u25B8 ${line}\n`)
}
