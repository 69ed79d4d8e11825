import { realpath } from 'node:fs/promises'
import pg from 'pg'
import { readOwn } from './account-files'
import { superuserUrl, type Credentials } from './credentials'
import type { Location } from './location'
import { isServerProcess, PID_FILE } from './stale-pid'

/** `ours`: runs on this database. `busy`: ours or not, it is starting up or shutting down. `none`: whatever the file says. */
export type Found = { state: 'ours'; port: number } | { state: 'busy' } | { state: 'none' }

const CANNOT_CONNECT_NOW = '57P03'
const PORT_LINE = 3

/**
 * Looks for a server that already runs on `location`: one that outlived a parent which was killed. The file it leaves
 * may be stale, its process id reused and its port somebody else's: so nobody is asked, least of all with a password,
 * unless the process is such a server, and then only its own answer counts.
 */
export async function findRunning(location: Location, credentials: Credentials): Promise<Found> {
  if (!(await isServerProcess(location))) return { state: 'none' }
  const port = Number((await readOwn(location, PID_FILE)).split('\n')[PORT_LINE])
  if (!port) return { state: 'busy' }
  // A pool rather than a client: it can be ended whether or not a connection came about.
  const pool = new pg.Pool({ connectionString: superuserUrl({ ...credentials, port }), max: 1, connectionTimeoutMillis: 2_000 })
  try {
    const { rows } = await pool.query<{ data_directory: string }>('SHOW data_directory')
    const same = (await realpath(rows[0]?.data_directory ?? '')) === (await realpath(location.folder))
    return same ? { state: 'ours', port } : { state: 'none' }
  } catch (error) {
    return (error as { code?: string }).code === CANNOT_CONNECT_NOW ? { state: 'busy' } : { state: 'none' }
  } finally {
    await pool.end()
  }
}
