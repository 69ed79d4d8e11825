import { createServer, type AddressInfo } from 'node:net'
import { stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Credentials } from './credentials'
import type { Location } from './location'
import { findRunning } from './postmaster'
import { runProgram } from './run-program'
import { writeSettings } from './settings'
import { retireStalePid } from './stale-pid'

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

async function findPort(preferred: number): Promise<number> {
  const port = (preferred > 0 ? await isFree(preferred) : null) ?? (await isFree(0))
  if (!port) throw new Error('No free port on 127.0.0.1 for the embedded database.')
  return port
}

const logOf = (location: Location) => join(location.folder, 'server.log')

async function shortenLog(location: Location): Promise<void> {
  const size = await stat(logOf(location)).then(({ size }) => size, () => 0)
  if (size > MAX_LOG_BYTES) await truncate(logOf(location))
}

/**
 * Makes sure that a server runs on `location`, and says on which port: adopts one that runs, waits for one that is
 * busy, else starts one on the port used last or, if that is taken, on another.
 */
export async function startServer(location: Location, credentials: Credentials): Promise<{ port: number; adopted: boolean }> {
  const { folder, binaries, account } = location
  const deadline = Date.now() + START_LIMIT
  let output = ''
  let attempts = 0
  while (Date.now() < deadline && attempts < MAX_ATTEMPTS) {
    const found = await findRunning(location, credentials)
    if (found.state === 'ours') return { port: found.port, adopted: attempts === 0 }
    if (found.state === 'none') {
      attempts += 1
      const port = await findPort(credentials.port)
      await shortenLog(location)
      await retireStalePid(location)
      await writeSettings(location, port)
      const parameters = ['start', '-s', '-w', '-t', String(START_LIMIT / 1000), '-D', folder, '-l', logOf(location)]
      const outcome = await runProgram(binaries.pgCtl, parameters, account)
      if (outcome.code === 0) return { port, adopted: false }
      output = outcome.output
    }
    await pause(200)
  }
  throw new Error(`The embedded database did not start. Its log: ${logOf(location)}\n${output}`)
}

/** Ends the server in order: no new connections, open ones closed, everything written. */
export async function stopServer({ folder, binaries, account }: Location): Promise<void> {
  const outcome = await runProgram(binaries.pgCtl, ['stop', '-s', '-w', '-m', 'fast', '-t', '60', '-D', folder], account)
  if (outcome.code !== 0) throw new Error(`The embedded database did not stop: ${outcome.output}`)
}
