import { createServer, type AddressInfo } from 'node:net'
import { lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Credentials } from './credentials'
import type { Location } from './location'
import { findRunning } from './postmaster'
import { runProgram, type Outcome } from './run-program'
import { settingsFor } from './settings'
import { isServerProcess, retireStalePid } from './stale-pid'

/** Milliseconds. Recovery after a crash replays what was not yet written, which takes a while on a slow disk. */
const START_LIMIT = 120_000
const MAX_LOG_BYTES = 4 * 1024 * 1024
/** Processes of a server that was killed go within moments; until then another one does not start. */
const MAX_ATTEMPTS = 20

/** Whether nothing listens there. A server that takes the port meanwhile is noticed by the start that fails. */
function isFree(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const { port: found } = probe.address() as AddressInfo
      probe.close(() => resolve(found))
    })
  })
}

async function findPort(preferred: number, fixed: boolean): Promise<number> {
  if (fixed && !(await isFree(preferred))) throw new Error(`Port ${preferred} on 127.0.0.1 is taken by another program. The embedded database starts when it is free, or with the console's next start on another port.`)
  const port = (preferred > 0 ? await isFree(preferred) : null) ?? (await isFree(0))
  if (!port) throw new Error('No free port on 127.0.0.1 for the embedded database.')
  return port
}

const logOf = (location: Location) => join(location.folder, 'server.log')

/** Removed rather than cut: its name may lead root anywhere. The server makes a new one. */
async function retireLog(location: Location): Promise<void> {
  const found = await lstat(logOf(location)).catch(() => null)
  if (found && (!found.isFile() || found.size > MAX_LOG_BYTES)) await rm(logOf(location), { force: true })
}

function launch(location: Location, port: number): Promise<Outcome> {
  const { folder, binaries, account } = location
  const parameters = ['-D', folder, '-l', logOf(location), '-o', settingsFor(port)]
  return runProgram(binaries.pgCtl, ['start', '-s', '-w', '-t', String(START_LIMIT / 1000), ...parameters], account)
}

/**
 * Makes sure that a server runs on `location`, and says on which port: adopts one that runs, waits for one that is
 * busy, else starts one on the port used last or, if that is taken, on another. `fixed`: never on another, since
 * somebody holds that address already.
 */
export async function startServer(location: Location, credentials: Credentials, fixed = false): Promise<{ port: number; adopted: boolean }> {
  const deadline = Date.now() + START_LIMIT
  let output = ''
  let attempts = 0
  while (Date.now() < deadline && attempts < MAX_ATTEMPTS) {
    const found = await findRunning(location, credentials)
    if (found.state === 'ours') return { port: found.port, adopted: attempts === 0 }
    if (found.state === 'none') {
      attempts += 1
      const port = await findPort(credentials.port, fixed)
      await retireLog(location)
      await retireStalePid(location)
      const outcome = await launch(location, port)
      if (outcome.code === 0) return { port, adopted: false }
      output = outcome.output
    }
    await pause(200)
  }
  await abandonServer(location)
  throw new Error(`The embedded database did not start. Its log: ${logOf(location)}\n${output}`)
}

/** Ends the server in order: no new connections, open ones closed, everything written. */
export async function stopServer({ folder, binaries, account }: Location): Promise<void> {
  const outcome = await runProgram(binaries.pgCtl, ['stop', '-s', '-w', '-m', 'fast', '-t', '60', '-D', folder], account)
  if (outcome.code !== 0) throw new Error(`The embedded database did not stop: ${outcome.output}`)
}

/** Leaves nothing behind of a start that has failed: there may be a server by then, and there may be none. */
export async function abandonServer(location: Location): Promise<void> {
  if (await isServerProcess(location)) await stopServer(location)
}
