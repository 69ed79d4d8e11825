import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import type { GovernorContext } from '../../platform/roles'
import { countedTo, type Total } from '../../total'
import { TOKEN_KINDS, type TokenKind } from '../governed-token'
import { KIND_FILTERS } from '../kind-filters'
import { countQuery } from './count-tokens'
import { findCountedDay, MAX_COUNTED, type CountedDay } from './find-counted-day'

/** The kinds of which there are few enough to count them. */
async function countEach(ctx: GovernorContext, kinds: readonly TokenKind[], now: Date): Promise<Partial<Record<TokenKind, number>>> {
  if (kinds.length === 0) return {}
  const columns = kinds.map((kind) => Prisma.sql`(${countQuery(ctx, KIND_FILTERS[kind], now)}) AS ${Prisma.raw(`"${kind}"`)}`)
  const [counted] = await prisma().$queryRaw<Partial<Record<TokenKind, number>>[]>`SELECT ${Prisma.join(columns)}`
  return counted ?? {}
}

function toTotal(count: number, day: CountedDay | null, kind: TokenKind): Total {
  if (day && day[kind] > MAX_COUNTED) return { count: day[kind], precision: 'about' }
  return countedTo(MAX_COUNTED, count)
}

/** How many tokens of each kind the organization has. Beyond 10 000 it is what the latest validation counted. */
export async function countKinds(ctx: GovernorContext): Promise<Record<TokenKind, Total>> {
  const now = new Date()
  const day = await findCountedDay(ctx)
  const few = TOKEN_KINDS.filter((kind) => !day || day[kind] <= MAX_COUNTED)
  const counted = await countEach(ctx, few, now)
  const totals = TOKEN_KINDS.map((kind) => [kind, toTotal(counted[kind] ?? 0, day, kind)] as const)
  return Object.fromEntries(totals) as Record<TokenKind, Total>
}
