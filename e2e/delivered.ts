import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { product } from './product'

/** The mails that were delivered and that `isIt` finds. */
export async function deliveredMails(isIt: (mail: Email) => boolean): Promise<Email[]> {
  const folder = join(product.dataDir, 'mail')
  const names = (await readdir(folder).catch(() => [] as string[])).filter((file) => file.endsWith('.eml'))
  const mails = await Promise.all(names.map(async (file) => PostalMime.parse(await readFile(join(folder, file)))))
  return mails.filter(isIt)
}
