import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Location } from './location'
import { runProgram } from './run-program'

/** Larger than any process id that a system gives out. */
const NOBODY = 2_147_483_646

/** State and command line of a process; empty where there is none. */
async function describeProcess(pid: number): Promise<string> {
  if (process.platform !== 'linux') return (await runProgram('ps', ['-o', 'state=,command=', '-p', String(pid)], null)).output
  const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')
  const state = (await read('stat')).split(') ')[1]?.[0] ?? ''
  return `${state} ${await read('cmdline')}`
}

const pidFileIn = (folder: string) => join(folder, 'postmaster.pid')
const readPidFile = (folder: string) => readFile(pidFileIn(folder), 'utf8').catch(() => '')

/** Whether the process that `postmaster.pid` names is a server on this very directory, and alive. */
export async function isServerProcess({ folder }: Location): Promise<boolean> {
  const pid = Number.parseInt(await readPidFile(folder), 10)
  if (!pid || pid === NOBODY) return false
  const found = await describeProcess(pid)
  return !found.startsWith('Z') && found.includes(folder)
}

/**
 * Where `postmaster.pid` names a process that is not this database's, makes it name nobody. PostgreSQL finds most
 * stale files by itself, but takes for its own a process that has the same id by now, and one that is dead and was
 * never collected, as in containers without an init. The rest of the file stays: it leads PostgreSQL to shared memory
 * that processes of a killed server may still use, and then it waits for them.
 */
export async function retireStalePid(location: Location): Promise<void> {
  if (process.platform === 'win32') return
  const text = await readPidFile(location.folder)
  if (!/^\d/.test(text) || (await isServerProcess(location))) return
  await writeFile(pidFileIn(location.folder), text.replace(/^\d+/, String(NOBODY)))
}
