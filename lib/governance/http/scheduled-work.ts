import { deliverDueMails } from '../../mail/commands/deliver-due-mails'
import { log } from '../../platform/log'
import { sendReminders } from '../../tokens/commands/send-reminders'
import { resumeBulkChanges } from '../commands/continue-bulk-change'
import { continueCutOffRuns, validateAll } from '../commands/validate-all'

/** Milliseconds in which work is begun, and the first of it, so that the rest has its turn. A platform allows five minutes. */
const TIME = 4 * 60_000
const TIME_TO_VALIDATE = 2 * 60_000
const TIME_TO_CHANGE = 3 * 60_000

/** What `work` did, or that it failed: one thing's failure keeps none of the others from being done. */
async function attempt<Done>(what: string, work: () => Promise<Done>): Promise<Done | 'failed'> {
  try {
    return await work()
  } catch (error) {
    log.error({ err: error, what }, 'scheduled work failed')
    return 'failed'
  }
}

/** Validates every organization, and does what else waits for a scheduler where no server of our own is running. */
export async function doScheduledWork() {
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
  return { failed, done }
}
