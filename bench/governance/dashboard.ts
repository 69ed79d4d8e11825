import type { Client } from 'pg'
import { NEWEST_FIRST, SORT_KEYS, type ListPlace, type Sort } from '@/lib/governance/list-address'
import { sortKeyOf, writeCursor } from '@/lib/governance/list-cursor'
import { countKinds } from '@/lib/governance/queries/count-kinds'
import { GOVERNED_TOKEN, type GovernedTokenRow } from '@/lib/governance/queries/governed-token-row'
import { listTokens } from '@/lib/governance/queries/list-tokens'
import { isOfOrganization, matchesFilter } from '@/lib/governance/queries/token-conditions'
import type { TokenFilter } from '@/lib/governance/token-filter'
import { prisma } from '@/lib/platform/db'
import type { GovernorContext } from '@/lib/platform/roles'
import { TOKENS } from '@/lib/tokens/queries/token-tables'
import { median, report } from '../report'
import { filtersFor } from './filters'
import type { LargeOrganization } from './organization'

const ROUNDS = 5
/** Somewhere far from both ends. */
const FAR = 400_000

/** Who looks at the dashboard of an organization. */
export function governorOf({ orgId, ownerId }: LargeOrganization): GovernorContext {
  return { orgId, userId: ownerId, roles: ['org_owner'], igaActivated: true, locale: 'en' } as unknown as GovernorContext
}

export type Measured = { filter: string; sort: string; small: number; first: number; deep: number }

/** A token that the filter looks at, any one: its digest is as good as a random number. */
export async function anyToken(ctx: GovernorContext, filter: TokenFilter) {
  const [found] = await prisma().$queryRaw<GovernedTokenRow[]>`
    SELECT ${GOVERNED_TOKEN} FROM ${TOKENS} WHERE ${isOfOrganization(ctx)}
       AND id = (SELECT id FROM ${TOKENS} WHERE ${isOfOrganization(ctx)} AND ${matchesFilter(filter, new Date())} ORDER BY t.digest LIMIT 1)`
  return found
}

/** The middle of some rounds, in milliseconds, after one that does not count. By turns: what else a machine does meets each alike. */
async function timeByTurns(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => [])
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [at, work] of works.entries()) {
      const since = performance.now()
      await work()
      if (round > 0) times[at]?.push(performance.now() - since)
    }
  }
  return times.map(median)
}

/** How a place of the list is shown to somebody, as often as it is called. */
export type Show = (ctx: GovernorContext, place: ListPlace) => () => Promise<unknown>

/** What the page asks of the database: the tokens, how many they are, and the counts above them. */
export const showQueried: Show = (ctx, place) => () => Promise.all([listTokens(ctx, place), countKinds(ctx)])

type Pair = { large: GovernorContext; small: GovernorContext }

async function measure(show: Show, { large, small }: Pair, name: string, filters: { large: TokenFilter; small: TokenFilter }, sort: Sort, row: Awaited<ReturnType<typeof anyToken>>): Promise<Measured> {
  const place = (filter: TokenFilter): ListPlace => ({ filter, sort, size: 25 })
  const after = row && writeCursor({ key: sortKeyOf(row, sort.key), id: row.id, ordinal: FAR }, sort)
  const [ofSmall = 0, first = 0, deep = 0] = await timeByTurns([show(small, place(filters.small)), show(large, place(filters.large)), show(large, { ...place(filters.large), after })])
  return { filter: name, sort: `${sort.key} ${sort.descending ? '↓' : '↑'}`, small: ofSmall, first, deep }
}

/** P5 of the goals: what the dashboard takes in an organization of a million tokens against one of a thousand. */
export async function measureDashboard(client: Client, organizations: { large: LargeOrganization; small: LargeOrganization }, show: Show): Promise<Measured[]> {
  const pair = { large: governorOf(organizations.large), small: governorOf(organizations.small) }
  const userOf = async ({ orgId }: GovernorContext) => {
    const { rows } = await client.query<{ user_id: string }>('SELECT user_id FROM api_token WHERE org_id = $1 AND revoked_at IS NULL ORDER BY digest LIMIT 1', [orgId])
    return rows[0]?.user_id ?? ''
  }
  const [ofLarge, ofSmall] = [filtersFor(await userOf(pair.large)), filtersFor(await userOf(pair.small))]
  const sorts: Sort[] = [NEWEST_FIRST, ...SORT_KEYS.flatMap((key) => [{ key, descending: false }, ...(key === 'created' ? [] : [{ key, descending: true }])])]
  const measured: Measured[] = []
  for (const [name, large] of Object.entries(ofLarge)) {
    const row = await anyToken(pair.large, large)
    for (const sort of sorts) measured.push(await measure(show, pair, name, { large, small: ofSmall[name] ?? large }, sort, row))
  }
  return measured
}

const number = (value: number) => value.toFixed(1)

/** A line for each filter, with its slowest order, and the worst of all. */
export function tellDashboard(what: string, measured: readonly Measured[]): void {
  const ratio = ({ first, deep, small }: Measured) => Math.max(first, deep) / small
  report(`${what}, ms: filter · slowest order: 1 000 · first page · deep page`, 'ratio')
  for (const filter of new Set(measured.map((one) => one.filter))) {
    const [worst] = measured.filter((one) => one.filter === filter).toSorted((one, other) => ratio(other) - ratio(one))
    if (worst) report(`${filter} · ${worst.sort}: ${number(worst.small)} · ${number(worst.first)} · ${number(worst.deep)}`, ratio(worst).toFixed(2))
  }
  const within = measured.filter((one) => ratio(one) <= 2).length
  const worst = Math.max(...measured.map(ratio))
  const depth = median(measured.map(({ first, deep }) => deep / first))
  report(`P5, ${what}: combinations within the goal`, `${within} of ${measured.length}`, { text: 'all', reached: within === measured.length })
  report(`P5, ${what}: 1 000 000 ÷ 1 000 tokens, middle`, median(measured.map(ratio)).toFixed(2), { text: '≤ 2', reached: median(measured.map(ratio)) <= 2 })
  report(`P5, ${what}: 1 000 000 ÷ 1 000 tokens, worst`, worst.toFixed(2), { text: '≤ 2', reached: worst <= 2 })
  report(`P5, ${what}: deep page ÷ first page, middle`, depth.toFixed(2), { text: '≤ 1.2', reached: depth <= 1.2 })
}
