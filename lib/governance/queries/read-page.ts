import { readStretch, type Stretch } from '../../keyset-page'
import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import type { Total } from '../../total'
import type { ListPlace } from '../list-address'
import { readCursor, type ListCursor } from '../list-cursor'
import { isNarrowed, type TokenFilter } from '../token-filter'
import type { GovernedTokenRow } from './governed-token-row'
import { isFew, isInBoth, isIndexed, tokensInOrder, type Way } from './tokens-in-order'

/** A page of any length. */
export type PagePlace = Omit<ListPlace, 'size'> & { size: number }

type Reading = { ctx: GovernorContext; place: PagePlace; now: Date; total: Promise<Total> }

/** Whether an index of its own finds what the filter looks at. */
const isFound = ({ search, token, user, role }: TokenFilter) => search !== '' || token !== null || user !== null || role !== null

/** The way to tokens that are not to be met soon. */
function farWay({ place, now }: Reading, total: Total): Way {
  // Those who hold a role that many hold are told along the list: its index has the roles.
  const gathered = isFound({ ...place.filter, role: null }) || isInBoth(place, now) || isFew(total)
  if (gathered) return 'all'
  return isIndexed(place, now) ? 'either' : 'along'
}

/** The tokens that stand next to a place on the list. Most are met near the place where it begins; where not, the other way is bounded, too. */
async function readRows(reading: Reading, limit: number, cursor: ListCursor | null, backwards: boolean): Promise<GovernedTokenRow[]> {
  const { ctx, place, now, total } = reading
  const { filter, sort } = place
  const stretch = { filter, sort, cursor, backwards, limit }
  const read = (way: Way) => prisma().$queryRaw<GovernedTokenRow[]>(tokensInOrder(ctx, stretch, now, way))
  // What there is little of is not looked for along the list, and what there is nothing of not at all.
  if (isFound(filter)) {
    const { count, precision } = await total
    if (precision === 'exact') return count === 0 ? [] : read('all')
  }
  const near = await read('near')
  if (near.length === limit || !isNarrowed(filter)) return near
  const counted = await total
  const complete = cursor === null && counted.precision === 'exact' && counted.count === near.length
  return complete ? near : read(farWay(reading, counted))
}

/** The rows of the page that `place` asks for; `total` tells how many tokens its filter looks at. */
export function readPage(reading: Reading): Promise<Stretch<GovernedTokenRow>> {
  const { size, after, before, sort } = reading.place
  return readStretch({ size, after: readCursor(after, sort), before: readCursor(before, sort), read: (...asked) => readRows(reading, ...asked) })
}
