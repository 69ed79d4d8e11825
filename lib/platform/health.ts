import { promptQuery } from './db'
import { log } from './log'

const HEADERS = { 'cache-control': 'no-store' }

/** `GET /healthz`: the process answers. */
export async function handleHealthz(): Promise<Response> {
  return Response.json({ status: 'ok' }, { headers: HEADERS })
}

/** `GET /readyz`: the database answers and was migrated. */
export async function handleReadyz(): Promise<Response> {
  try {
    const [found] = await promptQuery<{ pending: boolean }>({
      name: 'find_pending_migrations',
      text: `SELECT EXISTS (SELECT 1 FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS pending`,
    })
    const ready = found?.pending === false
    return Response.json({ status: ready ? 'ready' : 'migrating' }, { status: ready ? 200 : 503, headers: HEADERS })
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    return Response.json({ status: 'database unreachable' }, { status: 503, headers: { ...HEADERS, 'retry-after': '2' } })
  }
}
