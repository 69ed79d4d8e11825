import { spawn } from 'node:child_process'
import { rawEnv } from '@/lib/platform/env'
import type { Account } from './account'

/** What a program answered. */
export type Outcome = { code: number | null; output: string }

/** Nothing of ours: the database's processes must not carry the console's secrets in their environment. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '/usr/sbin:/usr/bin:/sbin:/bin', SystemRoot, TEMP, TMP } = rawEnv()
  return { NODE_ENV: 'production', PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot && { SystemRoot, TEMP, TMP }) }
}

/** Runs a program to its end, as another system user where one is given. Never rejects: a program that cannot start has no code. */
export function runProgram(program: string, parameters: string[], account: Account | null): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: '/',
      env: bareEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own: Ctrl-C in the terminal must reach us, not what the database is doing.
      detached: true,
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    })
    let output = ''
    const collect = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    // Not `close`: the server that pg_ctl leaves behind may hold the pipes open.
    child.on('exit', (code) => resolve({ code, output: output.trim() }))
  })
}
