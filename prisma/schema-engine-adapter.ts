import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** PostgreSQL's one-byte type of its system catalogues, `"char"` (not to be confused with `character`). */
const CATALOGUE_CHAR = 18
const TEXT = 25

/** Which columns of a result are `"char"`, by its rows. */
const charColumns = new WeakMap<object, number[]>()

/** Passes `"char"` columns off as text, since the adapter refuses them, and notes which they were. */
function poolThatHidesChars(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'tokenward-migrate' })
  const query = pool.query.bind(pool)
  return Object.assign(pool, {
    query: async (config: pg.QueryArrayConfig) => {
      const result: pg.QueryArrayResult | pg.QueryArrayResult[] = await query(config)
      // Several statements at once answer with a list of results, none of which is read.
      if (Array.isArray(result)) return { rows: [], fields: [], rowCount: 0 }
      const chars = result.fields.filter((field) => field.dataTypeID === CATALOGUE_CHAR)
      charColumns.set(result.rows, chars.map((field) => result.fields.indexOf(field)))
      for (const field of chars) field.dataTypeID = TEXT
      return result
    },
  })
}

class EngineAdapterFactory extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    return Object.assign(adapter, {
      // The engine panics unless a "char" says that it is one.
      queryRaw: async (query: Parameters<typeof queryRaw>[0]) => {
        const result = await queryRaw(query)
        for (const column of charColumns.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character
        return result
      },
      // The adapter's own cuts a script at every `;` and runs the pieces one by one. Whole, it is one transaction.
      executeScript: async (sql: string) => {
        await adapter.executeRaw({ sql, args: [], argTypes: [] })
      },
    })
  }
}

/** Prisma's PostgreSQL adapter, mended for what the schema engine asks of it. `end` closes its connections. */
export function createEngineAdapter(url: string) {
  const pool = poolThatHidesChars(url)
  return { adapter: bindMigrationAwareSqlAdapterFactory(new EngineAdapterFactory(pool)), end: () => pool.end() }
}
