import { summarizeFailedExchanges } from '@/lib/access/commands/failed-exchanges'
import { rescueBulkChange } from '@/lib/governance/commands/continue-bulk-change'
import { deliverMail } from '@/lib/mail/commands/deliver-mail'
import { clearFailureCounters } from '@/lib/platform/failure-limit'
import { flushLastUse } from '@/lib/platform/last-use'
import { log } from '@/lib/platform/log'
import { startWorker } from '@/lib/platform/queue'

/** Milliseconds between rounds. Last use lags by at most two. */
const LAST_USE_EVERY = 3_000
const HOUSEKEEPING_EVERY = 15_000

/** Runs `work` again and again, never twice at once; what it throws is logged and the next round tries again. */
function every(milliseconds: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = work()
      .catch((error: unknown) => log.error({ err: error }, 'background work failed'))
      .finally(() => (busy = false))
  }, milliseconds)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

/** Starts what goes on beside requests. `stop` finishes what is under way and writes last use a last time. */
export async function startBackgroundWork(): Promise<{ stop(): Promise<void> }> {
  const worker = await startWorker({ 'deliver-mail': deliverMail, 'change-tokens': rescueBulkChange })
  const rounds = [
    every(LAST_USE_EVERY, flushLastUse),
    every(HOUSEKEEPING_EVERY, async () => {
      await summarizeFailedExchanges()
      await clearFailureCounters()
    }),
  ]
  return {
    async stop() {
      await Promise.all([worker.stop(), ...rounds.map((round) => round.stop())])
      await flushLastUse()
    },
  }
}
