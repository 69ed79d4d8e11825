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
    // On its port and no other: everybody has that address.
    const { port } = await startServer(location, credentials, true)
    if (port !== credentials.port) throw new Error(`It was started by somebody else, on port ${port}. Restart the console.`)
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
