import { Prisma } from '../../platform/generated/prisma/client'

const sql = Prisma.sql

/** Written as the index for it is, see the migration speed_up_search: written otherwise, PostgreSQL reads the whole table. */
const SEARCHED = sql`lower(' ' || name || ' ' || last_four || ' ' || user_name || ' ' || user_email)`
const NAMED = sql`lower(' ' || name || ' ' || last_four)`

/** Whatever parts the words of a name or an address is as good as a space. */
const PARTINGS = "[-_.+@:&'` ]"
const PARTING = new RegExp(PARTINGS, 'gu')
/** Letters from which on any part of a word is found; fewer are looked for where words begin, which is what the index can tell. */
const ANY_PART = 3

/** A regular expression of PostgreSQL in which nothing but a parting stands for anything but itself. */
function expressionOf(search: string): string {
  return search.replaceAll(/[\\^$|?*()[\]{}]/gu, String.raw`\$&`).replaceAll(PARTING, PARTINGS)
}

/** Words of two letters in `search`: among others, the index is not asked for them unless they are asked for by themselves. */
function shortWordsOf(search: string): string[] {
  const words = new RegExp(`(?<=^|${PARTINGS})[^${PARTINGS.slice(1)}{2}(?=$|${PARTINGS})`, 'gu')
  return [...search.matchAll(words)].map(({ 0: word, index }) => (index > 0 ? ' ' : '') + word + (index + word.length < search.length ? ' ' : ''))
}

function holds(text: Prisma.Sql, search: string): Prisma.Sql {
  const matches = (part: string) => sql`${text} ~ lower(${expressionOf(part)}::text)`
  if ([...search].length < ANY_PART) return matches(` ${search}`)
  if (search.search(PARTING) >= 0) return Prisma.join([...new Set([search, ...shortWordsOf(search)])].map(matches), ' AND ')
  return sql`${text} LIKE lower(${`%${search.replaceAll(/[\\%]/gu, String.raw`\$&`)}%`}::text)`
}

/** Whether a row of api_token has `search` in its name, its last four characters, or its user's name or address. */
export function isFoundBy(search: string): Prisma.Sql {
  return holds(SEARCHED, search)
}

/** The same of its name and last four characters alone; the index is for isFoundBy, so ask for both. */
export function isNamed(search: string): Prisma.Sql {
  return sql`${isFoundBy(search)} AND ${holds(NAMED, search)}`
}
