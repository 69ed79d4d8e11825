import { promptQuery } from '../../platform/db'

/** What is stored of the service's client secret; null where there is no such service, or it has none. */
export async function findServiceSecret(id: string): Promise<Uint8Array | null> {
  // PostgreSQL's text cannot hold it.
  if (id.includes('\0')) return null
  const [row] = await promptQuery<{ secret_digest: Buffer | null }>({
    name: 'find_service_secret',
    text: 'SELECT secret_digest FROM service WHERE id = $1',
    values: [id],
  })
  return row?.secret_digest ?? null
}
