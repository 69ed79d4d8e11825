import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { rawEnv } from '@/lib/platform/env'
import { findFreePort } from '@/server/testing/run-server'
import { makeDataDir, removeDataDir } from '@/server/testing/temporary-folder'
import { median, report } from './report'

/** Milliseconds of idleness before memory is read. */
const SETTLE = 10_000
const STARTS = 3

/** Resident memory of `pid` in MB; of a page that several share each has its part. 0 where it has ended meanwhile. */
async function residentMemory(pid: number): Promise<number> {
  const summary = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return ''
    throw error
  })
  return Number(/^Pss:\s+(\d+) kB/m.exec(summary)?.[1] ?? 0) / 1_024
}

/** The process that started the backend which answers us. */
async function findPostmaster(dataDir: string): Promise<number> {
  const { databaseUrl } = JSON.parse(await readFile(`${dataDir}/demo.json`, 'utf8')) as { databaseUrl: string }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const status = await readFile(`/proc/${rows[0]?.pid}/status`, 'utf8')
    return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1])
  } finally {
    await client.end()
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const direct = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean).map(Number)
  const below = await Promise.all(direct.map(childrenOf))
  return [...direct, ...below.flat()]
}

async function start(dataDir: string) {
  const port = await findFreePort()
  const since = performance.now()
  const { PATH = '', HOME = '' } = rawEnv()
  const child = spawn(process.execPath, ['dist/server.mjs'], { env: { PATH, HOME, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, stdio: 'ignore' })
  const answers = () => fetch(`http://127.0.0.1:${port}/sign-in`).then((answer) => answer.ok, () => false)
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error('The server did not start. Is it built?')
    await pause(20)
  }
  return { child, milliseconds: performance.now() - since }
}

/** P9 of the goals: from starting what is built to the first page answered, and memory at rest, database included. */
export async function benchStart(): Promise<void> {
  const dataDir = await makeDataDir()
  try {
    const times: number[] = []
    for (let round = 0; round <= STARTS; round += 1) {
      const { child, milliseconds } = await start(dataDir)
      try {
        // The first start makes and seeds the database.
        if (round > 0) times.push(milliseconds)
        else report('first start, database made and seeded, seconds', (milliseconds / 1_000).toFixed(1))
        if (round === STARTS) await tellMemory(child.pid ?? 0, dataDir)
      } finally {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
    }
    const seconds = median(times) / 1_000
    report('P9: start to the first page, seconds', seconds.toFixed(1), { text: '≤ 5', reached: seconds <= 5 })
  } finally {
    await removeDataDir(dataDir)
  }
}

async function tellMemory(server: number, dataDir: string): Promise<void> {
  await pause(SETTLE)
  const postmaster = await findPostmaster(dataDir)
  const database = await Promise.all([postmaster, ...(await childrenOf(postmaster))].map(residentMemory))
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const [own, below] = [await residentMemory(server), sum(database)]
  report('memory at rest: server · database, MB', `${own.toFixed(0)} · ${below.toFixed(0)}`)
  report('P9: memory at rest, MB', (own + below).toFixed(0), { text: '≤ 350', reached: own + below <= 350 })
}
