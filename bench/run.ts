import { benchExchange } from './exchange'
import { benchPage } from './page'
import { benchStart } from './start'

/** What `npm run bench -- <name>` measures; the goals are ratios of one run, since machines differ. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = { exchange: benchExchange, page: benchPage, start: benchStart }

const [name = ''] = process.argv.slice(2)
const bench = BENCHES[name]
if (bench) {
  await bench()
} else {
  process.stderr.write(`npm run bench -- ${Object.keys(BENCHES).join(' | ')}\n`)
  process.exitCode = 1
}
