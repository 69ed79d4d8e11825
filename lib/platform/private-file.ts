import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'

/** Writes a file that only its owner may read, whole or not at all: a crash leaves no half of it under its name. */
export async function writePrivateFile(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`
  await writeFile(partial, content, { mode: 0o600 })
  await rename(partial, path)
}
