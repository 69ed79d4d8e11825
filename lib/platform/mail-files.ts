import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from './env'
import { writePrivateFile } from './private-file'

/** Where mails lie that are not sent to anybody, one file each. */
const mailFolder = () => join(env().dataDir, 'mail')
const fileOf = (id: string) => join(mailFolder(), `${id}.eml`)

/** Ids rise with time, so the files are in order by name. An attempt that was cut off is overwritten by the next. */
export async function writeMailFile(id: string, message: Buffer): Promise<void> {
  await mkdir(mailFolder(), { recursive: true, mode: 0o700 })
  await writePrivateFile(fileOf(id), message)
}

/** Ids of the mails that lie in files, newest first. */
export async function listMailFiles(): Promise<string[]> {
  const names = await readdir(mailFolder()).catch(none([]))
  return names.flatMap((name) => /^([0-9a-f-]{36})\.eml$/.exec(name)?.[1] ?? []).toSorted().toReversed()
}

/** A mail as it was written; null where there is none. */
export async function readMailFile(id: string): Promise<Buffer | null> {
  // Nothing but an id of ours becomes a path.
  return /^[0-9a-f-]{36}$/.test(id) ? readFile(fileOf(id)).catch(none(null)) : null
}

/** What there is before the first mail: nothing. */
function none<Nothing>(nothing: Nothing) {
  return (error: NodeJS.ErrnoException): Nothing => {
    if (error.code === 'ENOENT') return nothing
    throw error
  }
}
