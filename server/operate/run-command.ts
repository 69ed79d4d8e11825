import { DomainError } from '@/lib/errors'
import { sentenceOf } from '@/lib/interface/http/refusing'

function sentence(error: unknown): string {
  if (error instanceof DomainError) return sentenceOf(error.code)
  return error instanceof Error ? error.message : String(error)
}

/** Prints what a command has to say; what it refuses goes to standard error, and the status tells. */
export async function runCommand(command: (parameters: string[]) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`)
  } catch (error) {
    process.stderr.write(`\n${sentence(error)}\n`)
    process.exitCode = 1
  }
}

/** Columns of texts, one row a line. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd()).join('\n')
}
