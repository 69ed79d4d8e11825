import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, copyFile, mkdir, readFile, rm, stat, symlink, unlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import pg from 'pg'
import { makeDataDir, removeDataDir } from '../testing/temporary-folder'
import { startEmbeddedDatabase, type EmbeddedDatabase } from './embedded'

let dataDir = ''
let database: EmbeddedDatabase

/** What is only to be read in /proc. */
const onLinux = it.runIf(process.platform === 'linux')
const lines: string[] = []
const start = async () => (database = await startEmbeddedDatabase(dataDir, (line) => lines.push(line)))
const pidFile = () => join(database.folder, 'postmaster.pid')
const pid = async () => Number((await readFile(pidFile(), 'utf8')).split('\n')[0])
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  dataDir = await makeDataDir()
})
afterAll(async () => {
  await database.stop()
  await removeDataDir(dataDir)
})

describe('the embedded database', () => {
  it('is made on an empty directory, over what an interrupted start has left', async () => {
    await mkdir(join(dataDir, 'postgres.partial'))
    await writeFile(join(dataDir, 'postgres.partial', 'half'), '')
    await start()
    expect(await ask(database.databaseUrl, 'SELECT current_user')).toBe('tokenward_app')
    expect(await ask(database.migrationDatabaseUrl, 'SELECT current_user')).toBe('tokenward_owner')
  })

  it('keeps its files and passwords to itself', async () => {
    expect([await modeOf(join(dataDir, 'postgres.json')), await modeOf(database.folder)]).toEqual(['600', '700'])
  })

  it.each([
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['fsync', 'on'],
    ['server_encoding', 'UTF8'],
    ['password_encryption', 'scram-sha-256'],
  ])('has %s = %s', async (setting, value) => {
    expect(await ask(database.superuserUrl, `SHOW ${setting}`)).toBe(value)
  })

  it.each(['postgres', 'template1'])('keeps the application out of the database %s', async (name) => {
    for (const given of [database.databaseUrl, database.migrationDatabaseUrl]) {
      const url = Object.assign(new URL(given), { pathname: `/${name}` })
      await expect(ask(url.href, 'SELECT 1')).rejects.toThrow('permission denied for database')
    }
  })

  onLinux('runs in a process group of its own, which Ctrl-C in our terminal does not reach', async () => {
    const group = async (id: number | string) => (await readFile(`/proc/${id}/stat`, 'utf8')).split(') ')[1]?.split(' ')[2]
    expect(await group(await pid())).not.toBe(await group('self'))
  })

  onLinux('carries nothing of our environment', async () => {
    const names = (await readFile(`/proc/${await pid()}/environ`, 'utf8')).split('\0').map((entry) => entry.split('=')[0])
    expect(names).not.toContain('VITEST')
    expect(names).not.toContain('HOME')
  })

  it('is adopted when it runs already', async () => {
    const before = await pid()
    await start()
    expect({ adopted: database.adopted, pid: await pid() }).toEqual({ adopted: true, pid: before })
  })

  it('is adopted by the next start after its parent was killed', async () => {
    await database.stop()
    const parent = spawn(process.execPath, ['--import', 'tsx', 'server/testing/hold-database.ts', dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [url] = (await once(parent.stdout, 'data')) as [Buffer]
    const ended = once(parent, 'exit')
    parent.kill('SIGKILL')
    await ended
    await start()
    expect([database.adopted, database.databaseUrl]).toEqual([true, url.toString().trim()])
  })

  it('starts again after it was killed itself, with everything that was acknowledged', async () => {
    await ask(database.migrationDatabaseUrl, 'CREATE TABLE kept AS SELECT 1 AS one')
    process.kill(await pid(), 'SIGKILL')
    await start()
    expect(await ask(database.migrationDatabaseUrl, 'SELECT one FROM kept')).toBe(1)
  })

  it('is started again by itself while it is looked after', async () => {
    const reports: string[] = []
    database.keepRunning((line) => reports.push(line))
    process.kill(await pid(), 'SIGKILL')
    await vi.waitFor(() => ask(database.databaseUrl, 'SELECT 1'), { timeout: 15_000, interval: 300 })
    expect(reports).toEqual(['the embedded database has died; it is started again'])
  })

  it('believes no stale file that names a process which lives', async () => {
    const text = await readFile(pidFile(), 'utf8')
    await database.stop()
    await writeFile(pidFile(), text.replace(/^\d+/, String(process.pid)))
    await start()
    expect(database.adopted).toBe(false)
  })

  onLinux('touches nothing that a link in its directory leads to', async () => {
    await database.stop()
    const precious = join(dataDir, 'precious')
    // As a process id of nobody, and as a log that is due to be shortened.
    const content = `999999999\n${'x'.repeat(5 * 1024 * 1024)}`
    await writeFile(precious, content, { mode: 0o600 })
    for (const name of ['tokenward.conf', 'server.log', 'postmaster.pid']) {
      await rm(join(database.folder, name), { force: true })
      await symlink(precious, join(database.folder, name))
    }
    await unlink(pidFile())
    await start()
    expect(await readFile(precious, 'utf8') === content).toBe(true)
    await unlink(join(database.folder, 'tokenward.conf'))
  })

  it('keeps its settings from a file that says otherwise', async () => {
    await database.stop()
    await appendFile(join(database.folder, 'postgresql.auto.conf'), "\nport = 1\nlisten_addresses = '*'\nunix_socket_directories = '/tmp'\n")
    await start()
    expect(await ask(database.superuserUrl, "SELECT concat_ws(' ', current_setting('listen_addresses'), '[' || current_setting('unix_socket_directories') || ']')")).toBe('127.0.0.1 []')
  })

  it('is started again on its own port or not at all while it is looked after', async () => {
    const reports: string[] = []
    database.keepRunning((line, error) => reports.push(error instanceof Error ? error.message : line))
    const { port } = new URL(database.databaseUrl)
    process.kill(await pid(), 'SIGKILL')
    const squatter = createServer((socket) => socket.destroy())
    await vi.waitFor(() => once(squatter.listen(Number(port), '127.0.0.1'), 'listening'), { timeout: 2_000 })
    await vi.waitFor(() => expect(reports.join()).toContain(`Port ${port} on 127.0.0.1 is taken`), { timeout: 10_000 })
    squatter.close()
    await vi.waitFor(() => ask(database.databaseUrl, 'SELECT 1'), { timeout: 15_000, interval: 300 })
  })

  onLinux('is made whatever the umask takes from new files', async () => {
    const other = await makeDataDir()
    const before = process.umask(0o077)
    try {
      const strict = await startEmbeddedDatabase(join(other, 'data'), () => undefined)
      expect(await ask(strict.superuserUrl, 'SHOW unix_socket_directories')).toBe('')
      await strict.stop()
    } finally {
      process.umask(before)
      await removeDataDir(join(other, 'data'))
      await removeDataDir(other)
    }
  })

  it('goes to another port when somebody has taken its own', async () => {
    const { port } = new URL(database.databaseUrl)
    await database.stop()
    const squatter = createServer().listen(Number(port), '127.0.0.1')
    await once(squatter, 'listening')
    await start()
    expect(new URL(database.databaseUrl).port).not.toBe(port)
    squatter.close()
  })

  it('stays where it was from start to start', async () => {
    const before = database.databaseUrl
    await database.stop()
    await start()
    expect(database.databaseUrl).toBe(before)
  })

  it('is not overwritten when its passwords are lost', async () => {
    const file = join(dataDir, 'postgres.json')
    await copyFile(file, `${file}.kept`)
    await rm(file)
    await expect(start()).rejects.toThrow('its passwords')
    await copyFile(`${file}.kept`, file)
  })
})
