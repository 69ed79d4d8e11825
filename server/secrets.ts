import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { REQUIRED_SECRETS } from '@/lib/platform/env'
import { writePrivateFile } from '@/lib/platform/private-file'

export type Secrets = Record<(typeof REQUIRED_SECRETS)[number], string>

const schema = z.record(z.enum(REQUIRED_SECRETS), z.string().min(1))
const secret = () => randomBytes(32).toString('base64url')

export function makeSecrets(): Secrets {
  return {
    NEXTAUTH_SECRET: secret(),
    TOKEN_HMAC_KEYS: `1:${secret()}`,
    KEY_ENCRYPTION_KEY: secret(),
    CRON_SECRET: secret(),
    METRICS_TOKEN: secret(),
  }
}

/**
 * The secrets of a demo: made at the first start, read ever after. Losing the file makes every API token useless,
 * so a file that is there but cannot be read is an error, never a reason to make new ones.
 */
export async function loadDemoSecrets(dataDir: string): Promise<{ secrets: Secrets; created: boolean }> {
  const path = join(dataDir, 'secrets.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text !== null) return { secrets: schema.parse(JSON.parse(text)), created: false }
  const secrets = makeSecrets()
  await writePrivateFile(path, `${JSON.stringify(secrets, null, 2)}\n`)
  return { secrets, created: true }
}
