import { Prisma } from '../../platform/generated/prisma/client'

const sql = Prisma.sql

/** Whatever parts the words of a name or an address is a space. */
const inWords = (text: Prisma.Sql) => sql`lower(translate(${text}, '-_.+@:&''\`', '         '))`
/** Written as the index for it is, see the migration add_governance: written otherwise, PostgreSQL reads the whole table. */
const SEARCHED = inWords(sql`' ' || name || ' ' || last_four || ' ' || user_name || ' ' || user_email`)
const NAMED = inWords(sql`' ' || name || ' ' || last_four`)
/** Letters from which on any part of a word is found; fewer are looked for where words begin, which is what the index can tell. */
const ANY_PART = 3

function holds(text: Prisma.Sql, search: string): Prisma.Sql {
  // A low line is a parting of words, and so no wildcard once it is a space.
  const literal = search.replaceAll(/[\\%]/g, String.raw`\$&`)
  const beginning = [...search].length < ANY_PART ? ' ' : ''
  return sql`${text} LIKE '%' || ${beginning}::text || ${inWords(sql`${literal}`)} || '%'`
}

/** Whether a row of api_token has `search` in its name, its last four characters, or its user's name or address. */
export function isFoundBy(search: string): Prisma.Sql {
  return holds(SEARCHED, search)
}

/** The same of its name and last four characters alone; the index is for isFoundBy, so ask for both. */
export function isNamed(search: string): Prisma.Sql {
  return sql`${isFoundBy(search)} AND ${holds(NAMED, search)}`
}
