import { z } from 'zod'
import { readListPlace } from './list-address'

/** Characters that are read of what was typed. */
const MAX_TYPED = 200

/** What was searched for, as a form posts it, with the view that it was searched in. */
export const postedSearchSchema = z.record(z.string(), z.array(z.string())).transform((fields) => {
  const texts = Object.fromEntries(Object.entries(fields).map(([name, [text]]) => [name, text]))
  return { text: (fields['q']?.[0] ?? '').slice(0, MAX_TYPED), place: readListPlace({ ...texts, q: '' }) }
})
