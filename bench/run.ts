import { benchExchange } from './exchange'
import { benchGovernance } from './governance'
import { benchPage } from './page'
import { benchStart } from './start'

/** What `npm run bench -- <name>` measures; the goals are ratios of one run, since machines differ. */
const BENCHES: Readonly<Record<string, (part?: string) => Promise<void>>> = { exchange: benchExchange, governance: benchGovernance, page: benchPage, start: benchStart }

const [name = '', part] = process.argv.slice(2)
const bench = BENCHES[name]
if (bench) {
  await bench(part)
} else {
  process.stderr.write(`npm run bench -- ${Object.keys(BENCHES).join(' | ')}\n`)
  process.exitCode = 1
}
