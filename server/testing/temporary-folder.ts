import { lstat, mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isAlive } from '../process-alive'

const PREFIX = 'tokenward-test-'

/** A data directory for one run of the tests. Its name says whose it is, so that what a killed run left can be told. */
export function makeDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
}

/** Data directories of runs that were killed. */
export async function listAbandonedDataDirs(): Promise<string[]> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX))
  const abandoned = names.filter((name) => !isAlive(Number(name.slice(PREFIX.length).split('-')[0])))
  return abandoned.map((name) => join(tmpdir(), name))
}

/** Deletes a data directory, and the place elsewhere where its database may have been put. */
export async function removeDataDir(dataDir: string): Promise<void> {
  const entry = join(dataDir, 'postgres')
  const linked = await lstat(entry).then((found) => found.isSymbolicLink(), () => false)
  if (linked) await rm(dirname(await readlink(entry)), { recursive: true, force: true })
  await rm(dataDir, { recursive: true, force: true })
}
