import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writePrivateFile } from '@/lib/platform/private-file'

const schema = z.strictObject({
  /** Where the database listened last. Kept, so that the address in `demo.json` stays true. */
  port: z.number().int(),
  superuserPassword: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
})

export type Credentials = z.infer<typeof schema>

const SUPERUSER = 'postgres'
export const OWNER = 'tokenward_owner'
export const APPLICATION = 'tokenward_app'
export const DATABASE = 'tokenward'

const fileIn = (dataDir: string) => join(dataDir, 'postgres.json')
const password = () => randomBytes(24).toString('base64url')

export async function readCredentials(dataDir: string): Promise<Credentials | null> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : schema.parse(JSON.parse(text))
}

export async function saveCredentials(dataDir: string, credentials: Credentials): Promise<void> {
  await writePrivateFile(fileIn(dataDir), `${JSON.stringify(credentials, null, 2)}\n`)
}

export function makeCredentials(): Credentials {
  return { port: 0, superuserPassword: password(), ownerPassword: password(), appPassword: password() }
}

export function superuserUrl({ port, superuserPassword }: Credentials, database = 'postgres'): string {
  return `postgresql://${SUPERUSER}:${superuserPassword}@127.0.0.1:${port}/${database}`
}
