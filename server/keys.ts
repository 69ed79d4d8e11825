import { readKeysCommand } from './operate/keys-command'
import { runCommand } from './operate/run-command'
import { withDatabase } from './operate/with-database'

await runCommand(async (parameters) => withDatabase(readKeysCommand(parameters)))
