import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from './env'
import { PrismaClient } from './generated/prisma/client'
import { log } from './log'
import { makeReadLanes, type PreparedRead, type ReadLanes } from './read-lanes'

/** Milliseconds. A request that finds no connection within this is refused rather than left hanging. */
const CONNECTION_TIMEOUT = 1_500
/** Connections that stay open however idle: to open one takes longer than a page where the machine is busy, and too long where it is very busy. */
const KEPT_OPEN = 4
/** Milliseconds of silence after which the network is asked whether the database is still there: what stands between forgets silent connections, most after some minutes, and who is lent one waits in vain. */
const ALIVE_AFTER = 60_000
/** Milliseconds, enforced by PostgreSQL; below Prisma's own limit, or a statement could commit after Prisma gave up. */
const STATEMENT_TIMEOUT = 5_000
const LOCK_TIMEOUT = 3_000
/** Milliseconds, counted here: PostgreSQL may be too far gone to enforce its own limit. */
const QUERY_TIMEOUT = 6_000
const IDLE_IN_TRANSACTION_TIMEOUT = 10_000
/** Milliseconds for a whole interactive transaction. */
const TRANSACTION_TIMEOUT = 8_000

type Connections = { pool: pg.Pool; prisma: PrismaClient; lanes: ReadLanes }

// Next bundles its own copy of this module beside the server's: both must share one pool.
const shared: typeof globalThis & { tokenwardConnections?: Connections | undefined } = globalThis

/**
 * Prisma writes instants without their offset and drops the one that it reads: in another zone, which a database may
 * have as its own, each would be hours off.
 */
async function speakUtc(client: pg.ClientBase): Promise<void> {
  await client.query(`SET TIME ZONE 'UTC'`)
}

/** The pool waits for it before it lends the connection; its types do not know that. */
const waitedFor = { onConnect: speakUtc }

function connect(): Connections {
  const config: pg.ClientConfig = {
    connectionString: env().databaseUrl,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    keepAlive: true,
    keepAliveInitialDelayMillis: ALIVE_AFTER,
    statement_timeout: STATEMENT_TIMEOUT,
    lock_timeout: LOCK_TIMEOUT,
    query_timeout: QUERY_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT,
    application_name: 'tokenward',
  }
  const pool = new pg.Pool({ ...config, min: KEPT_OPEN, max: 10, idleTimeoutMillis: 30_000, ...waitedFor })
  const onLost = (error: Error) => log.warn({ err: error }, 'database connection lost')
  // An idle connection that the server closes raises this; the pool replaces it.
  pool.on('error', onLost)
  const lanes = makeReadLanes({ config, prepare: speakUtc, onLost })
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: CONNECTION_TIMEOUT, timeout: TRANSACTION_TIMEOUT },
  })
  return { pool, prisma, lanes }
}

function connections(): Connections {
  shared.tokenwardConnections ??= connect()
  return shared.tokenwardConnections
}

/** The pool, for the few statements that are written by hand because their speed matters. */
export function pool(): pg.Pool {
  return connections().pool
}

/** Milliseconds in which a program that exchanges a token is answered or told to come back, connecting included. */
const PROMPT_LIMIT = 1_900

/**
 * Runs one prepared statement and gives up, whatever the database does, before a caller would take it for hanging.
 *
 * @throws {Error} when the time is over. The connection is then closed, since nobody knows what it still waits for.
 */
export async function promptQuery<Row extends pg.QueryResultRow>(query: PreparedRead): Promise<Row[]> {
  const since = performance.now()
  const client = await pool().connect()
  // pg reads the limit of a single query; its types do not know it.
  const limited: pg.QueryConfig & { query_timeout: number } = { ...query, query_timeout: Math.max(1, PROMPT_LIMIT - (performance.now() - since)) }
  try {
    const { rows } = await client.query<Row>(limited)
    client.release()
    return rows
  } catch (error) {
    // PostgreSQL's own refusals leave the connection in order.
    client.release(!(error instanceof pg.DatabaseError))
    throw error
  }
}

/**
 * The same for what is read again and again and always quickly, by a whole key: many such reads share a connection.
 *
 * @throws {Error} see promptQuery
 */
export function quickRead<Row extends pg.QueryResultRow>(read: PreparedRead): Promise<Row[]> {
  return connections().lanes.read<Row>(read, PROMPT_LIMIT)
}

export function prisma(): PrismaClient {
  return connections().prisma
}

/** Ends every connection. Called last at shutdown, and between test files. */
export async function closeDatabase(): Promise<void> {
  const open = shared.tokenwardConnections
  if (!open) return
  shared.tokenwardConnections = undefined
  await open.lanes.close()
  await open.prisma.$disconnect()
  await open.pool.end()
}
