import { hasBearerSecret } from '../../platform/bearer-secret'
import { env } from '../../platform/env'
import { log } from '../../platform/log'
import { deliverDueMails } from '../../mail/commands/deliver-due-mails'
import { sendReminders } from '../../tokens/commands/send-reminders'
import { resumeBulkChanges } from '../commands/continue-bulk-change'
import { continueCutOffRuns, validateAll } from '../commands/validate-all'

/** Milliseconds in which work is begun, and the first of it, so that the rest has its turn. A platform allows five minutes. */
const TIME = 4 * 60_000
const TIME_TO_VALIDATE = 2 * 60_000
const TIME_TO_CHANGE = 3 * 60_000

const NO_STORE = { 'cache-control': 'no-store' }

/** What `work` did, or that it failed: one thing's failure keeps none of the others from being done. */
async function attempt<Done>(what: string, work: () => Promise<Done>): Promise<Done | 'failed'> {
  try {
    return await work()
  } catch (error) {
    log.error({ err: error, what }, 'scheduled work failed')
    return 'failed'
  }
}

/**
 * `GET` or `POST /api/cron/validate-tokens`: validates every organization, and does what else waits for a scheduler
 * where no server of our own is running.
 */
export async function handleValidateTokens(request: Request): Promise<Response> {
  if (!hasBearerSecret(request, env().cronSecret)) {
    return Response.json({ error: 'unauthorized' }, { status: 401, headers: { ...NO_STORE, 'www-authenticate': 'Bearer' } })
  }
  const since = performance.now()
  const until = (time: number) => () => performance.now() < since + time
  const [hasTime, hasTimeToValidate, hasTimeToChange] = [until(TIME), until(TIME_TO_VALIDATE), until(TIME_TO_CHANGE)]
  const done = {
    continued: await attempt('cut-off runs', () => continueCutOffRuns(hasTimeToValidate)),
    validated: await attempt('validation', () => validateAll(hasTimeToValidate)),
    changes: await attempt('bulk changes', () => resumeBulkChanges(hasTimeToChange)),
    reminders: await attempt('reminders', () => sendReminders(hasTime)),
    mails: await attempt('mails', () => deliverDueMails(hasTime)),
  }
  const failed = Object.values(done).includes('failed') || [done.validated, done.changes].some((each) => each !== 'failed' && each.failed > 0)
  return Response.json(done, { status: failed ? 500 : 200, headers: NO_STORE })
}
