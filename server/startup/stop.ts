import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { closeDatabase } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { EmbeddedDatabase } from '../database/embedded'
import { finishRequests } from '../http/server'
import { dropSockets } from '../http/sockets'
import type { About } from '../launch/instance-lock.mjs'
import { announce } from './announce'

/** Milliseconds for requests that are under way. */
const REQUESTS_LIMIT = 10_000
/** Milliseconds for what Next does after its answers, such as changing many tokens: cut off, it is gone on with at the next start. */
const AFTERWARDS_LIMIT = 10_000
/** Milliseconds after which a second signal means impatience: Ctrl-C reaches us twice, by the terminal and by the starter. */
const SAME_SIGNAL = 1_500

/** What has been started so far; stopped in this order, the database last. */
export type Running = {
  server?: Server
  background?: { stop(): Promise<void> }
  next?: { close(): Promise<void> }
  embedded?: EmbeddedDatabase | null
  release?: () => void
  /** What a start from the same directory is told meanwhile. */
  about?: About
}

/** Stops everything in order. What fails to stop is logged and does not keep the rest from stopping. */
export async function stopAll(running: Running): Promise<void> {
  if (running.about) running.about.state = 'stopping'
  const { server, background, next, embedded, release } = running
  const attempt = async (what: string, stop: () => unknown) => {
    try {
      await stop()
    } catch (error) {
      log.error({ err: error }, `${what} did not stop`)
    }
  }
  if (server) await attempt('the requests', () => finishRequests(server, REQUESTS_LIMIT))
  if (background) await attempt('the background work', () => background.stop())
  if (next) await attempt('Next', () => Promise.race([next.close(), pause(AFTERWARDS_LIMIT, undefined, { ref: false })]))
  await attempt('the database connections', closeDatabase)
  if (embedded) await attempt('the embedded database', () => embedded.stop())
  release?.()
}

/** Stops when told to: by a signal, or when the starter that watches over us is gone. */
export function stopOnSignal(running: Running): void {
  let since: number | null = null
  const onSignal = (reason: string) => {
    if (since !== null) {
      if (running.server && performance.now() - since > SAME_SIGNAL) dropSockets(running.server)
      return
    }
    since = performance.now()
    announce(`Stopping (${reason}): finishing requests, then the database`)
    stopAll(running).then(
      () => {
        announce('Stopped')
        process.exit(0)
      },
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => onSignal(signal))
  process.on('disconnect', () => onSignal('the starter has ended'))
}
