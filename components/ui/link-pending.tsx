'use client'

import { useLinkStatus } from 'next/link'

/**
 * A line along the foot of the link that was followed, once the page has kept its reader waiting for 200 ms. It
 * takes no room. Its link has to be `relative`.
 *
 * Pages have no placeholder of their own: that would be all that a reader without JavaScript ever sees of them.
 */
export function LinkPending() {
  const { pending } = useLinkStatus()
  if (!pending) return null
  return <span aria-hidden className="absolute inset-x-1.5 bottom-0.5 h-0.5 animate-[appear_200ms_200ms_both] rounded-full bg-current" />
}
