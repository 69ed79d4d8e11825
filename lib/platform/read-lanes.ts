import { Socket } from 'node:net'
import pg from 'pg'

/** A prepared statement that reads. */
export type PreparedRead = { name: string; text: string; values?: unknown[] }

/** Reads under way on one connection before another is opened: only a database far away or far behind has so many. */
const DEEP = 32
const LANES = 4

export type LaneOptions = {
  config: pg.ClientConfig
  /** Run on each new connection before anything is read. */
  prepare: (client: pg.ClientBase) => Promise<void>
  /** Told of every connection that breaks. */
  onLost: (error: Error) => void
}

type Connection = { client: pg.Client; ready: Promise<void>; writeTogether: () => void; left?: Promise<void> }

/** Gives back a function: what is written until the loop has looked at all sockets then goes out in one piece. */
function corkedBy(socket: Socket): () => void {
  let corked = false
  return () => {
    if (corked) return
    corked = true
    socket.cork()
    setImmediate(() => {
      corked = false
      socket.uncork()
    })
  }
}

function connect({ config, prepare, onLost }: LaneOptions): Connection {
  const socket = new Socket()
  const client = new pg.Client({ ...config, pipeline: true, stream: () => socket })
  client.on('error', onLost)
  const ready = client.connect().then(() => prepare(client))
  return { client, ready, writeTogether: corkedBy(socket) }
}

const TIMED_OUT = 'Query read timeout'

/** Whether a connection that worked has ended meanwhile, as they do where the database starts anew: a read is then asked once more. */
function isLoss(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return error.code?.startsWith('57P') ?? false
  return error instanceof Error && error.message !== TIMED_OUT
}

/** One connection, opened when it is needed. Reads are sent without waiting for the answers to those before. */
function makeLane(options: LaneOptions) {
  let connection: Connection | undefined
  let underWay = 0
  const forget = (left: Connection) => {
    if (connection === left) connection = undefined
  }
  const leave = (used: Connection): Promise<void> => {
    forget(used)
    // What is still under way is answered first. Once: all that fail together with one come here.
    used.left ??= used.client.end().catch(options.onLost)
    return used.left
  }
  const open = (): Connection => {
    const opened = connect(options)
    // Broken or closed while nobody used it: the next read has a new one.
    for (const event of ['error', 'end'] as const) opened.client.on(event, () => forget(opened))
    connection = opened
    return opened
  }
  const ask = async <Row extends pg.QueryResultRow>(used: Connection, read: PreparedRead, limit: number): Promise<Row[]> => {
    const since = performance.now()
    try {
      await used.ready
      used.writeTogether()
      // pg reads the limit of a single query; its types do not know it.
      const limited: pg.QueryConfig & { query_timeout: number } = { ...read, query_timeout: Math.max(1, limit - (performance.now() - since)) }
      return (await used.client.query<Row>(limited)).rows
    } catch (error) {
      // Whatever it was, nobody knows in what state the connection is, and which statements it has prepared.
      void leave(used)
      throw error
    }
  }
  return {
    underWay: () => underWay,
    close: async () => connection && leave(connection),
    async read<Row extends pg.QueryResultRow>(read: PreparedRead, limit: number): Promise<Row[]> {
      const since = performance.now()
      underWay += 1
      try {
        if (!connection) return await ask<Row>(open(), read, limit)
        return await ask<Row>(connection, read, limit).catch((error: unknown) => {
          const left = limit - (performance.now() - since)
          if (!isLoss(error) || left <= 0) throw error
          return ask<Row>(connection ?? open(), read, left)
        })
      } finally {
        underWay -= 1
      }
    },
  }
}

/**
 * Connections for a read that everybody waits for and that is always quick: in a pool each read has a connection to
 * itself, and waking up as many processes of the database costs it more than the read does.
 *
 * @see docs/decisions/0006
 */
export function makeReadLanes(options: LaneOptions) {
  const lanes = Array.from({ length: LANES }, () => makeLane(options))
  const idlest = () => lanes.reduce((best, lane) => (lane.underWay() < best.underWay() ? lane : best))
  return {
    /**
     * @param limit milliseconds, connecting included
     * @throws {Error} when they are over. What is behind it on the same connection then fails, too.
     */
    read<Row extends pg.QueryResultRow>(read: PreparedRead, limit: number): Promise<Row[]> {
      const lane = lanes.find(({ underWay }) => underWay() < DEEP) ?? idlest()
      return lane.read<Row>(read, limit)
    },
    async close(): Promise<void> {
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}

export type ReadLanes = ReturnType<typeof makeReadLanes>
