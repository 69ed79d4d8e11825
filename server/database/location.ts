import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseAccount, type Account } from './account'
import { binariesIn, findBinaries, type Binaries } from './binaries'
import { runProgram } from './run-program'

/** Where one embedded database lives and who runs it. */
export type Location = { folder: string; binaries: Binaries; account: Account | null }

/** Only root comes here, so the place is always writable. */
const ELSEWHERE = '/var/lib'

const exists = (path: string) => stat(path).then(() => true, () => false)

async function mayRun(binaries: Binaries, account: Account): Promise<boolean> {
  return (await runProgram(binaries.initdb, ['--version'], account)).code === 0
}

async function mayEnter(folder: string, account: Account): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'cd "$0"', folder], account)).code === 0
}

/** A copy of the programs that `account` can reach. Made aside and renamed, so that half a copy is never used. */
async function copyBinaries(from: Binaries, base: string): Promise<Binaries> {
  const folder = join(base, `postgresql-${from.version}`)
  if (!(await exists(folder))) {
    const partial = `${folder}.partial`
    await rm(partial, { recursive: true, force: true })
    await cp(from.folder, partial, { recursive: true, verbatimSymlinks: true })
    await runProgram('chmod', ['-R', 'a+rX', partial], null)
    await rename(partial, folder)
  }
  return binariesIn(folder, from.version)
}

/** A directory that others may pass through but not look around in, whatever the umask takes from a new one. */
async function makePassage(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o711)
}

/** A directory below `base` that holds no database yet; one that a deleted `.data` has left behind stays as it is. */
async function freshFolder(base: string, announce: (line: string) => void): Promise<string> {
  const wanted = join(base, 'data')
  if (!(await exists(wanted))) return wanted
  announce(`An earlier database of this checkout lies in ${wanted}. Nothing refers to it any more; it is left alone.`)
  return join(base, `data-${Date.now()}`)
}

/** For an account that may be kept out of the checkout: what it can reach as it is, and the rest elsewhere. */
async function locateFor(account: Account, dataDir: string, linked: string | null, announce: (line: string) => void): Promise<Location> {
  const base = join(ELSEWHERE, `tokenward-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`)
  const binaries = findBinaries()
  const runs = await mayRun(binaries, account)
  const enters = linked !== null || (await mayEnter(dataDir, account))
  if (!runs || !enters) await makePassage(base)
  const usable = runs ? binaries : await copyBinaries(binaries, base)
  if (enters) return { folder: linked ?? join(dataDir, 'postgres'), binaries: usable, account }
  const folder = await freshFolder(base, announce)
  await symlink(folder, join(dataDir, 'postgres'))
  announce(`The system user "${account.name}" cannot enter ${dataDir}, so the database goes to ${folder}.`)
  return { folder, binaries: usable, account }
}

/**
 * Finds the place for the database that belongs to `dataDir`: `<dataDir>/postgres`, or, where the system user that
 * runs it cannot get there (a checkout in root's home), a directory of its own that `<dataDir>/postgres` links to.
 */
export async function locateDatabase(dataDir: string, announce: (line: string) => void): Promise<Location> {
  const entry = join(dataDir, 'postgres')
  const linked = await readlink(entry).catch(() => null)
  const account = await chooseAccount(linked ?? entry)
  if (!account) return { folder: linked ?? entry, binaries: findBinaries(), account }
  await makePassage(dataDir)
  return locateFor(account, dataDir, linked, announce)
}
