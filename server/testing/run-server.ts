import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { rawEnv } from '@/lib/platform/env'
import { makeDataDir, removeDataDir } from './temporary-folder'

export type DemoFile = {
  url: string
  databaseUrl: string
  users: { email: string; password: string; name: string; roles: string[]; organization: string }[]
  apiTokens: { email: string; apiToken: string }[]
}

export type BareServer = {
  url: string
  dataDir: string
  pid: number
  /** Everything the server has printed so far, its log included. */
  output(): string
  stop(): Promise<void>
}

export type RunningServer = BareServer & { demo: DemoFile }

/** Milliseconds until the first answer. The first start makes a database and seeds it. */
const START_LIMIT = 60_000
const STOP_LIMIT = 20_000

export function findFreePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolvePort(port))
    })
  })
}

const isReady = (url: string) => fetch(`${url}/readyz`).then((answer) => answer.ok, () => false)

/**
 * Starts the built product (`npm run build` first) as a process of its own, on an empty data directory.
 * Stopping it removes the directory.
 */
export async function runBareServer(variables: Record<string, string> = {}): Promise<BareServer> {
  const dataDir = await makeDataDir()
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const { PATH = '', HOME = '', TMPDIR } = rawEnv()
  const child = spawn(process.execPath, [resolve('dist/server.mjs')], {
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const stop = async () => {
    child.kill('SIGTERM')
    await Promise.race([ended, pause(STOP_LIMIT, undefined, { ref: false })])
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await removeDataDir(dataDir)
  }
  const deadline = Date.now() + START_LIMIT
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`The server did not start:\n${output}`)
    }
    await pause(100)
  }
  return { url, dataDir, pid: child.pid ?? 0, output: () => output, stop }
}

/** The same with the demo in it. */
export async function runServer(variables: Record<string, string> = {}): Promise<RunningServer> {
  const server = await runBareServer(variables)
  const demo = JSON.parse(await readFile(join(server.dataDir, 'demo.json'), 'utf8')) as DemoFile
  return { ...server, demo }
}
