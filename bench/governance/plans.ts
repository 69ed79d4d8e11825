import { writeFile } from 'node:fs/promises'
import { WHOLE_LIST, type TokenFilter } from '@/lib/governance/token-filter'
import { NEWEST_FIRST, type Sort } from '@/lib/governance/list-address'
import { sortKeyOf } from '@/lib/governance/list-cursor'
import { countQuery } from '@/lib/governance/queries/count-tokens'
import { idsInOrder, tokensInOrder, type Way } from '@/lib/governance/queries/tokens-in-order'
import { prisma } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import type { GovernorContext } from '@/lib/platform/roles'
import { anyToken, governorOf } from './dashboard'
import type { LargeOrganization } from './organization'

const HEAD = `# Query plans of the dashboard

What PostgreSQL does for the dashboard's queries in an organization of 1 000 000 API tokens, beside one of 1 000 in the
same database. Made by \`npm run bench -- governance plans\`, which replaces this file; times are of one run on one machine.

A page is looked for along the index of its order first, over 20 000 entries at most (10 000 where api_token and
token_life have both to be asked, 3 000 where each token has to be read). Where it is not full by then, few tokens, and
those that both tables have to tell of, are gathered by the filter's own index, whichever table has it, and sorted; many
are looked for further along the index, or gathered where PostgreSQL expects less of that.

What costs more than twice what it does among 1 000 tokens, and why:

- A filter on one instant in the order of another, where what is looked for stands at the far end (expired ones newest
  first, idle ones latest used first): up to a million entries of an index are passed over, about 0.1 s.
- A role that many hold in the order of another column, where those who hold it stand at the far end: the same.
- A violation or use in the order of another column, or a status by last use, at the far end: gathered from one table,
  looked up in the other and sorted, about 0.1 s for each 50 000.
- A search that tens of thousands of tokens match, by name or user: gathered and sorted, about 0.2 s for each 50 000.
- Several filters that each leave in much and together little: the longest way of the two.

Nothing of this depends on how deep the page lies.
`

const only = (filter: Partial<TokenFilter>): TokenFilter => ({ ...WHOLE_LIST, ...filter })

type Example = { title: string; why: string; filter: TokenFilter; sort?: Sort; way?: Way; deep?: boolean; count?: boolean; whole?: boolean }

const EXAMPLES: Example[] = [
  { title: 'First page', why: 'The order is an index: 26 tokens are read, and nothing is sorted but those. What is shown and joined is looked up for them alone; below, only how they are found.', filter: WHOLE_LIST, whole: true },
  { title: 'Deep page', why: 'The cursor is where the index is entered: half a million tokens are not passed over.', filter: WHOLE_LIST, deep: true },
  { title: 'By user, deep', why: 'The same by another order; the user’s name stands in the token for that.', filter: WHOLE_LIST, sort: { key: 'user', descending: false }, deep: true },
  { title: 'Violating, newest first', why: 'What violates has an index of its own.', filter: only({ violation: 'any' }) },
  { title: 'Deactivated, by name', why: 'Those that are not are passed over within the index, without being read.', filter: only({ status: 'deactivated' }), sort: { key: 'name', descending: false } },
  { title: 'Expires within 30 days, soonest first', why: 'The filter is a range of the order’s index.', filter: only({ expires: 30 }), sort: { key: 'expires', descending: false } },
  { title: 'Expired, newest first', why: 'The worst kind: no index has both. What has not expired is passed over within the index, a quarter of a million entries.', filter: only({ expires: 'expired' }), way: 'along' },
  { title: 'Search', why: 'Found by its trigrams, then sorted; what many tokens hold is looked for along the list instead.', filter: only({ search: 'ci-prod-48' }), way: 'all' },
  { title: 'Search, latest used first', why: 'The same, from the table that has its index into the one that has the order.', filter: only({ search: 'ci-prod-48' }), sort: { key: 'used', descending: true }, way: 'all' },
  { title: 'A role that few hold', why: 'Found by the index of roles, then sorted.', filter: only({ role: 'software_installer' }), way: 'all' },
  { title: 'Count of what expires within 7 days', why: 'Counted within the index, 10 000 at most. Larger numbers are what the latest validation counted.', filter: only({ expires: 7 }), count: true },
  { title: 'Count of a role', why: 'Counted up to 1 000.', filter: only({ role: 'developer' }), count: true },
]

/** Ids differ from run to run and say nothing. */
const withoutIds = (line: string) => line.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')

async function queryOf(ctx: GovernorContext, { filter, sort = NEWEST_FIRST, way = 'near', deep, count, whole }: Example): Promise<Prisma.Sql> {
  const now = new Date()
  if (count) return countQuery(ctx, filter, now)
  const row = deep ? await anyToken(ctx, filter) : null
  const cursor = row ? { key: sortKeyOf(row, sort.key), id: row.id, ordinal: 1 } : null
  const query = whole ? tokensInOrder : idsInOrder
  return query(ctx, { filter, sort, cursor, limit: 26 }, now, way)
}

async function explain(ctx: GovernorContext, example: Example): Promise<string> {
  const query = await queryOf(ctx, example)
  // The first time reads what is not in memory yet.
  await prisma().$queryRaw(query)
  const rows = await prisma().$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF) ${query}`
  return rows.map((row) => withoutIds(row['QUERY PLAN'])).join('\n')
}

/** Writes docs/query-plans.md. */
export async function writePlans(organization: LargeOrganization): Promise<void> {
  const ctx = governorOf(organization)
  const parts = [HEAD]
  for (const example of EXAMPLES) parts.push(`## ${example.title}\n\n${example.why}\n\n\`\`\`text\n${await explain(ctx, example)}\n\`\`\`\n`)
  await writeFile('docs/query-plans.md', parts.join('\n'))
}
