import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { findFreePort, runServer, type RunningServer } from '@/server/testing/run-server'
import { addManyTokens } from './many-tokens'
import { median, report } from './report'

const TOKENS = 100_000
const CONNECTIONS = 16
/** Seconds of one round, and rounds of each, by turns: whatever else the machine does hits both. */
const ROUND = 8
const ROUNDS = 3
/** Requests that are prepared for the load; each connection goes through all of them. */
const PREPARED = 2_000

const PATH = '/csp/gateway/am/api/auth/api-tokens/authorize'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

type Load = { perSecond: number; p99: number; refused: number }

async function load(url: string, apiTokens: readonly string[], rate?: number): Promise<Load> {
  const requests = apiTokens.slice(0, PREPARED).map((apiToken) => ({ method: 'POST' as const, path: PATH, headers: FORM, body: `api_token=${apiToken}` }))
  const result = await autocannon({ url, connections: CONNECTIONS, duration: ROUND, requests, ...(rate !== undefined && { overallRate: rate }) })
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99, refused: result.non2xx + result.errors }
}

async function startBare({ demo, dataDir }: RunningServer, orgId: string): Promise<{ url: string; child: ChildProcess }> {
  const secrets = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8')) as { TOKEN_HMAC_KEYS: string }
  const hmacKey = secrets.TOKEN_HMAC_KEYS.split(',').at(-1)?.split(':')[1] ?? ''
  const port = await findFreePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/bare-server.ts', String(port), demo.databaseUrl, hmacKey, orgId], { stdio: 'inherit' })
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(url, { method: 'POST' }).then(() => true, () => false))) await pause(100)
  return { url, child }
}

/** Secrets in an order that no cache likes. */
const shuffled = (apiTokens: readonly string[]) => apiTokens.map((apiToken) => ({ apiToken, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ apiToken }) => apiToken)

/** P1 and P3 of the goals: exchanges of the product against those of a bare server beside it, on the same database. */
export async function benchExchange(): Promise<void> {
  const product = await runServer({ LOG_LEVEL: 'warn' })
  const { orgId, apiTokens } = await addManyTokens(product, TOKENS)
  const bare = await startBare(product, orgId)
  const rounds: { product: Load; bare: Load }[] = []
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const measured = { bare: await load(bare.url, shuffled(apiTokens)), product: await load(product.url, shuffled(apiTokens)) }
      // The first round warms both up.
      if (round > 0) rounds.push(measured)
    }
    const rate = Math.floor(median(rounds.map((round) => round.product.perSecond)) * 0.6)
    const slow = { bare: await load(bare.url, shuffled(apiTokens), rate), product: await load(product.url, shuffled(apiTokens), rate) }
    tell(rounds, slow)
  } finally {
    bare.child.kill('SIGTERM')
    await once(bare.child, 'exit')
    await product.stop()
  }
}

function tell(rounds: readonly { product: Load; bare: Load }[], slow: { product: Load; bare: Load }): void {
  const ratio = median(rounds.map(({ product, bare }) => product.perSecond / bare.perSecond))
  const tail = slow.product.p99 / Math.max(slow.bare.p99, 1)
  const refused = rounds.reduce((sum, { product, bare }) => sum + product.refused + bare.refused, 0)
  report('bare server, exchanges per second', median(rounds.map(({ bare }) => bare.perSecond)).toFixed(0))
  report('product, exchanges per second', median(rounds.map(({ product }) => product.perSecond)).toFixed(0))
  report('P1: product ÷ bare', ratio.toFixed(2), { text: '≥ 0.7', reached: ratio >= 0.7 })
  report('p99 at 60 % of the peak, product · bare, milliseconds', `${slow.product.p99} · ${slow.bare.p99}`)
  report('P3: p99, product ÷ bare (1 ms at least)', tail.toFixed(2), { text: '≤ 3', reached: tail <= 3 })
  report('requests refused', String(refused), { text: '0', reached: refused === 0 })
}
