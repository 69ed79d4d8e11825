import { runServer } from '@/server/testing/run-server'
import { addManyTokens, readHmacKey } from '../many-tokens'
import { median, report } from '../report'
import { startBare, startPeer, type Beside } from './beside'
import { byTurns, EXCHANGES, load, type Load } from './load'

const TOKENS = 100_000
const ROUNDS = 3
/** Of its own peak: where a server that is watched is made to run. */
const USUAL = 0.6

type Loads = Record<'bare' | 'product' | 'oidcProvider' | 'betterAuth', Load>

/** P1, P2 and P3: exchanges of the product against those of a bare server and of two peers, beside it on the same PostgreSQL. */
export async function compareExchange(): Promise<void> {
  const product = await runServer({ LOG_LEVEL: 'warn' })
  const started: Beside[] = []
  const start = async (starting: Promise<Beside>) => {
    const beside = await starting
    started.push(beside)
    return beside.target
  }
  try {
    const { orgId, apiTokens } = await addManyTokens(product, TOKENS)
    const own = { url: product.url, credentials: apiTokens, prepare: EXCHANGES.product }
    const bare = await start(startBare(product, (await readHmacKey(product.dataDir)).key, orgId, apiTokens))
    const peers = { oidcProvider: await start(startPeer(product, 'oidcProvider')), betterAuth: await start(startPeer(product, 'betterAuth')) }
    const rounds = await byTurns({ bare, product: own, ...peers }, ROUNDS)
    tell(rounds)
    const rate = Math.floor(median(rounds.map((round) => round.product.perSecond)) * USUAL)
    tellTail(await load(own, rate), await load(bare, rate))
  } finally {
    for (const { stop } of started) await stop()
    await product.stop()
  }
}

function tell(rounds: readonly Loads[]): void {
  const middle = (of: (loads: Loads) => number) => median(rounds.map(of))
  for (const name of ['bare', 'product', 'oidcProvider', 'betterAuth'] as const) {
    report(`${name}, exchanges per second`, middle((loads) => loads[name].perSecond).toFixed(0))
  }
  const goals = [['P1', 'bare', 0.7], ['P2', 'oidcProvider', 2], ['P2', 'betterAuth', 15]] as const
  for (const [label, name, goal] of goals) {
    const ratio = middle((loads) => loads.product.perSecond / loads[name].perSecond)
    report(`${label}: product ÷ ${name}`, ratio.toFixed(2), { text: `≥ ${goal}`, reached: ratio >= goal })
  }
  const refused = rounds.flatMap((loads) => Object.values(loads)).reduce((sum, each) => sum + each.refused, 0)
  report('requests refused', String(refused), { text: '0', reached: refused === 0 })
}

function tellTail(product: Load, bare: Load): void {
  const tail = product.p99 / Math.max(bare.p99, 1)
  report('p99 at 60 % of the peak, product · bare, milliseconds', `${product.p99} · ${bare.p99}`)
  report('P3: p99, product ÷ bare (1 ms at least)', tail.toFixed(2), { text: '≤ 3', reached: tail <= 3 })
}
