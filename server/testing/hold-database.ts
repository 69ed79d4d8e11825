import { startEmbeddedDatabase } from '../database/embedded'

// A parent to be killed: starts the database in the directory it is given, says so, and waits.
const database = await startEmbeddedDatabase(process.argv[2] ?? '', () => undefined)
process.stdout.write(`${database.databaseUrl}\n`)
setInterval(() => undefined, 60_000)
