import pino from 'pino'
import { rawEnv } from './env'

/** Characters of lines that are written together, and milliseconds for which one waits for others at most. */
const TOGETHER = 8_192
const WAITS = 20

let lines = ''
let waiting: NodeJS.Timeout | undefined

function writeLines(): void {
  clearTimeout(waiting)
  waiting = undefined
  if (lines) process.stdout.write(lines)
  lines = ''
}

/** Standard output: each line by itself would be a call of the operating system for each request. */
const output = {
  write(line: string): void {
    lines += line
    if (lines.length >= TOGETHER) writeLines()
    else waiting ??= setTimeout(writeLines, WAITS).unref()
  },
}
process.on('exit', writeLines)

const common = { level: rawEnv()['LOG_LEVEL'] || 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime }

/**
 * The process's log, JSON lines on standard output. Nothing that names a secret may be passed to it;
 * the paths below are a second line of defence, not a licence.
 */
export const log = pino(
  {
    ...common,
    redact: {
      paths: ['apiToken', 'api_token', 'refresh_token', 'password', 'passcode', 'authorization', 'cookie', '*.apiToken', '*.password', '*.authorization', '*.cookie'],
      censor: '[redacted]',
    },
  },
  output,
)

/** For the one line of a request, whose fields are always the same: looking for secrets in it costs more than writing it. */
export const requestLog = pino(common, output)
