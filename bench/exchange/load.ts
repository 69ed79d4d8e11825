import autocannon from 'autocannon'

const CONNECTIONS = 16
/** Seconds of one round. */
const ROUND = 8
/** Requests that are prepared for the load; each connection goes through all of them. */
export const PREPARED = 2_000

type Prepared = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

/** A server under measurement: where it listens, and its exchange of one credential. */
export type Target = { url: string; credentials: readonly string[]; prepare: (credential: string) => Prepared }

export type Load = { perSecond: number; p99: number; refused: number }

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const form = (path: string) => (body: string): Prepared => ({ method: 'POST', path, headers: FORM, body })

/** How each is asked for an access token. */
export const EXCHANGES = {
  product: (apiToken: string) => form('/csp/gateway/am/api/auth/api-tokens/authorize')(`api_token=${apiToken}`),
  oidcProvider: (refreshToken: string) => form('/token')(new URLSearchParams({ grant_type: 'refresh_token', client_id: 'bench', refresh_token: refreshToken }).toString()),
  betterAuth: (key: string): Prepared => ({ method: 'GET', path: '/api/auth/token', headers: { 'x-api-key': key } }),
} as const

/** In an order that no cache likes. */
const shuffled = (credentials: readonly string[]) => credentials.map((credential) => ({ credential, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ credential }) => credential)

/** One round of exchanges, as fast as they are answered or `rate` a second. */
export async function load({ url, credentials, prepare }: Target, rate?: number): Promise<Load> {
  const requests = shuffled(credentials).slice(0, PREPARED).map(prepare)
  const result = await autocannon({ url, connections: CONNECTIONS, duration: ROUND, requests, ...(rate !== undefined && { overallRate: rate }) })
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99, refused: result.non2xx + result.errors }
}

/** Rounds of each by turns, so that whatever else the machine does hits all; the first one warms up and does not count. */
export async function byTurns<Name extends string>(targets: Readonly<Record<Name, Target>>, rounds: number): Promise<Record<Name, Load>[]> {
  const measured: Record<Name, Load>[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const loads: Partial<Record<Name, Load>> = {}
    for (const name in targets) loads[name] = await load(targets[name])
    if (round > 0) measured.push(loads as Record<Name, Load>)
  }
  return measured
}
