import pino from 'pino'
import { rawEnv } from './env'

/**
 * The process's log, JSON lines on standard output. Nothing that names a secret may be passed to it;
 * the paths below are a second line of defence, not a licence.
 */
export const log = pino({
  level: rawEnv()['LOG_LEVEL'] || 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['apiToken', 'api_token', 'refresh_token', 'password', 'passcode', 'authorization', 'cookie', '*.apiToken', '*.password', '*.authorization', '*.cookie'],
    censor: '[redacted]',
  },
})
