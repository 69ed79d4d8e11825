import { readFile, stat } from 'node:fs/promises'
import { isAlive } from '../process-alive'
import { readOwn, writeOwn } from './account-files'
import type { Location } from './location'
import { runProgram } from './run-program'

/** Larger than any process id that a system gives out. */
const NOBODY = 2_147_483_646

/** Owner, state and command line of a process; empty where there is none. */
async function describeProcess(pid: number): Promise<string> {
  if (process.platform !== 'linux') return (await runProgram('ps', ['-o', 'uid=,state=,command=', '-p', String(pid)], null)).output
  const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')
  const uid = await stat(`/proc/${pid}`).then((found) => found.uid, () => '')
  const state = (await read('stat')).split(') ')[1]?.[0] ?? ''
  return `${uid} ${state} ${await read('cmdline')}`
}

export const PID_FILE = 'postmaster.pid'

/**
 * Whether the process that `postmaster.pid` names is a server on this very directory, and alive. Another account's is
 * not, whatever it calls itself: process ids are used again, and a command line is what its process says it is.
 */
export async function isServerProcess(location: Location): Promise<boolean> {
  const { folder } = location
  const pid = Number.parseInt(await readOwn(location, PID_FILE), 10)
  if (!pid || pid === NOBODY) return false
  if (process.platform === 'win32') return isAlive(pid)
  const owner = await stat(folder).then(({ uid }) => uid, () => -1)
  const [, uid, state = 'Z', command = ''] = /^ *(\d+) +(\S)\S* (.*)/s.exec(await describeProcess(pid)) ?? []
  return Number(uid) === owner && state !== 'Z' && command.includes(folder)
}

/**
 * Where `postmaster.pid` names a process that is not this database's, makes it name nobody. PostgreSQL finds most
 * stale files by itself, but takes for its own a process that has the same id by now, and one that is dead and was
 * never collected, as in containers without an init. The rest of the file stays: it leads PostgreSQL to shared memory
 * that processes of a killed server may still use, and then it waits for them.
 */
export async function retireStalePid(location: Location): Promise<void> {
  if (process.platform === 'win32') return
  const text = await readOwn(location, PID_FILE)
  if (!/^\d/.test(text) || (await isServerProcess(location))) return
  await writeOwn(location, PID_FILE, text.replace(/^\d+/, String(NOBODY)))
}
