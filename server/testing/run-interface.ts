import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { rawEnv } from '@/lib/platform/env'
import { findFreePort } from './run-server'

export type InterfaceProcess = { url: string; kill(): Promise<void> }

/** Milliseconds until a process answers. It is translated while it starts. */
const START_LIMIT = 60_000

const isReady = (url: string) => fetch(`${url}/readyz`).then((answer) => answer.ok, () => false)

/**
 * Serves what programs call in a process of its own, on the database and with the secrets of the calling test file.
 * Killed, it has no time to write down anything.
 */
export async function runInterfaceProcess(): Promise<InterfaceProcess> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const parameters = ['--import', 'tsx', resolve('server/testing/interface-process.ts'), String(port)]
  const child = spawn(process.execPath, parameters, { env: { ...rawEnv(), NODE_ENV: 'test', LOG_LEVEL: 'error' }, stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  const deadline = Date.now() + START_LIMIT
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await kill()
      throw new Error(`The process did not start:\n${errors}`)
    }
    await pause(100)
  }
  return { url, kill }
}
