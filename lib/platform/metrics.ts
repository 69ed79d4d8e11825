import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { pool } from './db'

/** How an exchange ended. `limited`: it was not even looked at, or is one failure too many. `failed`: the fault is ours. */
export type ExchangeResult = 'granted' | 'refused' | 'limited' | 'failed'

/** What was asked for, as far as it makes a difference to whoever watches. */
export type RequestClass = 'exchange' | 'interface' | 'operations' | 'asset' | 'console'

/** Seconds: from what a signature takes to where clients are sent away. */
const EXCHANGE_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2]

/** What this process counts. Labels are of closed sets alone: no token, person or organization is ever one. */
function makeMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'tokenward_database_connections',
    help: 'Connections of the pool by what they do',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount } = pool()
      this.set({ state: 'in_use' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
    },
  })
  new Gauge({
    name: 'tokenward_database_waiting',
    help: 'Requests that wait for a connection of the pool',
    registers,
    collect() {
      this.set(pool().waitingCount)
    },
  })
  return {
    registry,
    exchanges: new Counter({ name: 'tokenward_exchanges_total', help: 'Exchanges of API tokens by result and cause', labelNames: ['result', 'cause'], registers }),
    exchangeSeconds: new Histogram({ name: 'tokenward_exchange_seconds', help: 'Time of an exchange within the server', labelNames: ['result'], buckets: EXCHANGE_BUCKETS, registers }),
    requests: new Counter({ name: 'tokenward_http_requests_total', help: 'Requests by what was asked for and class of status', labelNames: ['class', 'status'], registers }),
    limitsHit: new Counter({ name: 'tokenward_failure_limits_hit_total', help: 'Attempts that were told to wait, by limit', labelNames: ['limit'], registers }),
  }
}

type Metrics = ReturnType<typeof makeMetrics>

// Next bundles its own copy of this module beside the server's: both must count into one registry.
const shared: typeof globalThis & { tokenwardMetrics?: Metrics } = globalThis

function metrics(): Metrics {
  shared.tokenwardMetrics ??= makeMetrics()
  return shared.tokenwardMetrics
}

/** What this process has counted, for whoever answers or, of several processes, adds it up. */
export const processRegistry = (): Registry => metrics().registry

type Bound = { inc: () => void; observe: (seconds: number) => void }

/** By cause, which implies the result. To find the series of some labels costs more than to count. */
const byCause = new Map<string, Bound>()

function bind(result: ExchangeResult, cause: string): Bound {
  const { exchanges, exchangeSeconds } = metrics()
  const count = exchanges.labels(result, cause)
  const time = exchangeSeconds.labels(result)
  const bound = { inc: () => count.inc(), observe: (seconds: number) => time.observe(seconds) }
  byCause.set(`${result}/${cause}`, bound)
  return bound
}

/**
 * Counts an exchange that has ended.
 *
 * @param cause of a closed set: it makes a series of its own
 * @param since when it began, by `performance.now()`
 */
export function countExchange(result: ExchangeResult, cause: string, since: number): void {
  const { inc, observe } = byCause.get(`${result}/${cause}`) ?? bind(result, cause)
  inc()
  observe((performance.now() - since) / 1_000)
}

/** @param status of HTTP */
export function countRequest(requestClass: RequestClass, status: number): void {
  metrics().requests.inc({ class: requestClass, status: `${Math.floor(status / 100)}xx` })
}

/** @param limit name of one of the limits in code */
export function countLimitHit(limit: string): void {
  metrics().limitsHit.inc({ limit })
}
