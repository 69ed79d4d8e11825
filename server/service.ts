import { runCommand } from './operate/run-command'
import { readServiceCommand } from './operate/service-command'
import { withDatabase } from './operate/with-database'

await runCommand(async (parameters) => withDatabase(readServiceCommand(parameters)))
