import { constants } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Location } from './location'

/** Windows knows neither, and has no root that this would have to guard. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants

/*
 * The account owns the database's directory and may put there what it likes: a link to a file that only root may
 * touch, a pipe that nobody writes to. So root follows no link there, and writes to nothing that it finds.
 */

/** The text of a file in the database's directory; empty where there is none, or something else. */
export async function readOwn({ folder }: Location, name: string): Promise<string> {
  const file = await open(join(folder, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => null)
  if (!file) return ''
  try {
    return (await file.stat()).isFile() ? await file.readFile('utf8') : ''
  } finally {
    await file.close()
  }
}

/** Replaces a file. What stood under its name is removed, and whatever is put there meanwhile is an error. */
export async function writeOwn({ folder, account }: Location, name: string, content: string): Promise<void> {
  const path = join(folder, name)
  await rm(path, { force: true })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    if (account) await file.chown(account.uid, account.gid)
  } finally {
    await file.close()
  }
}
