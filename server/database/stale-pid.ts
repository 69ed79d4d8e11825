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

/**
 * Where `postmaster.pid` names a process that is not this database's, makes it name nobody. PostgreSQL finds most
 * stale files by itself, but takes for its own a process that has the same id by now, and one that is dead and was
 * never collected, as in containers without an init. The rest of the file stays: it leads PostgreSQL to shared memory
 * that processes of a killed server may still use, and then it waits for them.
 */
export async function retireStalePid({ folder }: Location): Promise<void> {
  if (process.platform === 'win32') return
  const file = join(folder, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  if (!pid || pid === NOBODY) return
  const found = await describeProcess(pid)
  const runsHere = !found.startsWith('Z') && found.includes(folder)
  if (!runsHere) await writeFile(file, text.replace(/^\d+/, String(NOBODY)))
}
