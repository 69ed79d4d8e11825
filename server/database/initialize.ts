import { chown, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Location } from './location'
import { runProgram } from './run-program'

const CLUSTER = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // The provider that ships with PostgreSQL itself: the same order of text on every machine, whatever is installed there.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

export function isInitialized({ folder }: Location): Promise<boolean> {
  return stat(join(folder, 'PG_VERSION')).then(() => true, () => false)
}

/** Makes the database cluster aside and renames it when it is whole: a start that was cut off is begun again. */
export async function initialize({ folder, binaries, account }: Location, password: string): Promise<void> {
  const partial = `${folder}.partial`
  await rm(partial, { recursive: true, force: true })
  const scratch = await mkdtemp(join(tmpdir(), 'tokenward-'))
  try {
    const passwordFile = join(scratch, 'password')
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await mkdir(partial, { mode: 0o700 })
    if (account) for (const path of [partial, scratch, passwordFile]) await chown(path, account.uid, account.gid)
    const made = await runProgram(binaries.initdb, [`--pgdata=${partial}`, `--pwfile=${passwordFile}`, ...CLUSTER], account)
    if (made.code !== 0) throw new Error(`The database could not be created in ${folder}:\n${made.output}`)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  await rename(partial, folder)
}
