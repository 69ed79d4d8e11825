import { setTimeout as pause } from 'node:timers/promises'
import { summarizeFailedExchanges } from '@/lib/access/commands/failed-exchanges'
import { rescueBulkChange } from '@/lib/governance/commands/continue-bulk-change'
import { continueCutOffRuns, validateAll, validateOverdue } from '@/lib/governance/commands/validate-all'
import { deliverMail } from '@/lib/mail/commands/deliver-mail'
import { clearFailureCounters } from '@/lib/platform/failure-limit'
import { flushLastUse } from '@/lib/platform/last-use'
import { log } from '@/lib/platform/log'
import { startWorker } from '@/lib/platform/queue'
import { sendReminders } from '@/lib/tokens/commands/send-reminders'

/** Milliseconds between rounds. Last use lags by at most two. */
const LAST_USE_EVERY = 3_000
const HOUSEKEEPING_EVERY = 15_000
const CATCHING_UP_EVERY = 5 * 60_000
/** Milliseconds for a round that is under way when we stop: what is cut off is gone on with at the next start. */
const STOP_LIMIT = 15_000

/**
 * Runs `work` again and again, never twice at once; what it throws is logged and the next round tries again.
 *
 * @param atOnce whether the first round begins now
 */
function every(milliseconds: number, work: () => Promise<void>, atOnce = false): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let busy = false
  const round = () => {
    if (busy) return
    busy = true
    running = work()
      .catch((error: unknown) => log.error({ err: error }, 'background work failed'))
      .finally(() => (busy = false))
  }
  const timer = setInterval(round, milliseconds)
  if (atOnce) round()
  return {
    async stop() {
      clearInterval(timer)
      await Promise.race([running, pause(STOP_LIMIT, undefined, { ref: false })])
    },
  }
}

/** What a night without us has left undone: nothing, most of the time. */
async function catchUp(): Promise<void> {
  await validateOverdue()
  await sendReminders()
}

async function validateDaily(): Promise<void> {
  const ended = await validateAll()
  log.info(ended, 'the organizations have been validated')
}

/** Starts what goes on beside requests. `stop` finishes what is under way and writes last use a last time. */
export async function startBackgroundWork(): Promise<{ stop(): Promise<void> }> {
  const worker = await startWorker({ 'deliver-mail': deliverMail, 'change-tokens': rescueBulkChange, 'validate-tokens': validateDaily })
  const rounds = [
    every(LAST_USE_EVERY, flushLastUse),
    every(HOUSEKEEPING_EVERY, async () => {
      await summarizeFailedExchanges()
      await clearFailureCounters()
      await continueCutOffRuns()
    }),
    every(CATCHING_UP_EVERY, catchUp, true),
  ]
  return {
    async stop() {
      await Promise.all([worker.stop(), ...rounds.map((round) => round.stop())])
      await flushLastUse()
    },
  }
}
