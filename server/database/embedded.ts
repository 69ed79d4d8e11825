import { realpath, mkdir } from 'node:fs/promises'
import { APPLICATION, DATABASE, makeCredentials, OWNER, readCredentials, saveCredentials, superuserUrl } from './credentials'
import { initialize, isInitialized } from './initialize'
import { locateDatabase } from './location'
import { createRoles } from './roles'
import { requireScram } from './scram-only'
import { abandonServer, startServer, stopServer } from './start'
import { keepRunning } from './watch'

export type EmbeddedDatabase = {
  /** Of the role that serves requests, and of the one that owns the tables. */
  databaseUrl: string
  migrationDatabaseUrl: string
  superuserUrl: string
  /** Where its files are. */
  folder: string
  /** Whether it was running already. */
  adopted: boolean
  /** Starts it again whenever its server dies, until `stop`. */
  keepRunning(report: (line: string, error?: unknown) => void): void
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL from npm on the data below `dataDir`, making it first where there is none. It runs in a process
 * group of its own and outlives this process unless `stop` is called; the next start adopts it.
 */
export async function startEmbeddedDatabase(givenDataDir: string, announce: (line: string) => void): Promise<EmbeddedDatabase> {
  requireScram()
  await mkdir(givenDataDir, { recursive: true, mode: 0o700 })
  const dataDir = await realpath(givenDataDir)
  const location = await locateDatabase(dataDir, announce)
  const known = await readCredentials(dataDir)
  const initialized = await isInitialized(location)
  if (initialized && !known) {
    throw new Error(`${location.folder} holds a database, but its passwords (${dataDir}/postgres.json) are gone. Restore that file, or move the database away to begin anew.`)
  }
  const credentials = known ?? makeCredentials()
  if (!known) await saveCredentials(dataDir, credentials)
  if (!initialized) {
    announce('Creating the database, once.')
    await initialize(location, credentials.superuserPassword)
  }
  const { port, adopted } = await startServer(location, credentials)
  const current = { ...credentials, port }
  try {
    if (port !== credentials.port) await saveCredentials(dataDir, current)
    await createRoles(current)
  } catch (error) {
    // Nobody is told of this server any more, so nobody else would stop it.
    await abandonServer(location)
    throw error
  }
  let watch: ReturnType<typeof keepRunning> | undefined
  const urlOf = (role: string, password: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${DATABASE}`
  return {
    databaseUrl: urlOf(APPLICATION, credentials.appPassword),
    migrationDatabaseUrl: urlOf(OWNER, credentials.ownerPassword),
    superuserUrl: superuserUrl(current),
    folder: location.folder,
    adopted,
    keepRunning: (report) => (watch = keepRunning(location, current, report)),
    async stop() {
      await watch?.stop()
      await stopServer(location)
    },
  }
}
