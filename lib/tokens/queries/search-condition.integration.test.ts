import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../../platform/db'
import { isFoundBy, isNamed } from './search-condition'

await createTestDatabase()

/** What parts words, what LIKE and regular expressions give a meaning to, and letters of one and of several bytes. */
const text = (lengths: { minLength: number; maxLength: number }) => fc.string({ unit: fc.constantFrom(..."aAbB17äÄß日😀 -_.+@:&'`%\\^$|?*()[]{}~#/"), ...lengths })

type Row = { name: string; lastFour: string; userName: string; userEmail: string }

const rows: fc.Arbitrary<Row> = fc.record({
  name: text({ minLength: 1, maxLength: 12 }),
  lastFour: fc.string({ unit: fc.constantFrom(...'aB17'), minLength: 4, maxLength: 4 }),
  userName: text({ minLength: 1, maxLength: 8 }),
  userEmail: text({ minLength: 1, maxLength: 8 }),
})

const wordsOf = (...texts: string[]) => ` ${texts.join(' ')}`.replaceAll(/[-_.+@:&'`]/g, ' ').toLowerCase()

/** The rule: any part of the words, from three letters on; fewer begin a word. */
const holds = (words: string, search: string) => words.includes(wordsOf(search).slice([...search].length < 3 ? 0 : 1))

async function ask({ name, lastFour, userName, userEmail }: Row, search: string) {
  const [answer] = await prisma().$queryRaw<{ found: boolean; named: boolean }[]>`
    SELECT ${isFoundBy(search)} AS found, ${isNamed(search)} AS named FROM (
      SELECT ${name}::text AS name, ${lastFour}::text AS last_four, ${userName}::text AS user_name, ${userEmail}::text AS user_email) t`
  return answer
}

it('takes whatever parts words for a space, and no other character for more than itself', async () => {
  const cases = rows.chain((row) => {
    const letters = [...Object.values(row).join(' ')]
    const part = fc.tuple(fc.nat(letters.length - 1), fc.integer({ min: 1, max: 9 })).map(([from, length]) => letters.slice(from, from + length).join(''))
    const parted = part.map((typed) => typed.replaceAll(/[-_. ]/g, ':').toUpperCase().replaceAll('SS', 'ß'))
    return fc.tuple(fc.constant(row), fc.oneof(part, parted, text({ minLength: 1, maxLength: 4 })))
  })
  await fc.assert(
    fc.asyncProperty(cases, async ([row, search]) => {
      const { name, lastFour, userName, userEmail } = row
      const found = holds(wordsOf(name, lastFour, userName, userEmail), search)
      expect(await ask(row, search)).toEqual({ found, named: found && holds(wordsOf(name, lastFour), search) })
    }),
    { numRuns: 400 },
  )
})
