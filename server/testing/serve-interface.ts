import { afterAll, beforeAll } from 'vitest'
import { ensureSigningKey } from '@/lib/platform/signing-keys'
import { createFront } from '../http/front'
import { trustProxies } from '../http/peer-address'
import { createHttpServer, finishRequests, listen } from '../http/server'
import { findFreePort } from './run-server'
import { createTestDatabase } from './test-database'

/** Serves what programs call, with a database of its own, for the test file that calls this at its top. */
export async function serveInterface(variables: Record<string, string> = {}): Promise<{ url: string; port: number }> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  await createTestDatabase({ PUBLIC_URL: url, ...variables })
  const handle = (): Promise<void> => Promise.reject(new Error('Programs are answered ahead of Next'))
  const server = createHttpServer(createFront({ publicUrl: new URL(url), isTrusted: trustProxies([]), dev: false, handle }), false)
  beforeAll(async () => {
    await ensureSigningKey()
    await listen(server, port, '127.0.0.1')
  })
  afterAll(() => finishRequests(server, 0))
  return { url, port }
}
