import { useEffect, useEffectEvent } from 'react'
import { lookAgain, type Look } from './look-again'

/**
 * Looks again and again, while the component is there, at what goes on in the organization, see lookAgain.
 *
 * @param look stays the same from render to render; null: there is nothing more to see
 */
export function useLookAgain<Found>(look: Look<Found> | null, every: number, onFound: (found: Found) => void): void {
  const tell = useEffectEvent(onFound)
  useEffect(() => (look ? lookAgain(look, every, (found) => tell(found)) : undefined), [look, every])
}
