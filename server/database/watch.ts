import type { Credentials } from './credentials'
import type { Location } from './location'
import { isServerProcess } from './stale-pid'
import { startServer } from './start'

/** Milliseconds. How long requests are refused, at most, before the database is started again. */
const CHECK_EVERY = 2_000

/** Looks after a server that may be killed: by the system when memory is short, or by hand. */
export function keepRunning(location: Location, credentials: Credentials, report: (line: string, error?: unknown) => void) {
  let round: Promise<void> = Promise.resolve()
  let busy = false
  const check = async () => {
    if (await isServerProcess(location)) return
    report('the embedded database has died; it is started again')
    const { port } = await startServer(location, credentials)
    if (port !== credentials.port) report('the embedded database had to take another port: restart the console')
  }
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    round = check()
      .catch((error: unknown) => report('the embedded database could not be started again', error))
      .finally(() => (busy = false))
  }, CHECK_EVERY)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await round
    },
  }
}
