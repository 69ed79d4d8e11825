'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { pushGuardEntry } from './guard-entry'

type Leaving = {
  /** The page that is to stand below is there; before that, Back would not lead to it. */
  settled: boolean
  kept: boolean
  forget: () => void
  ask: () => void
}

/**
 * While the secret is not kept, nothing leaves without a question: neither the page (there the browser asks) nor
 * Back, which inside the console only changes what is shown. Once left, the secret is forgotten.
 *
 * @returns closes without a question
 */
export function useGuardedLeaving({ settled, kept, forget, ask }: Leaving): () => void {
  // From then on, whatever page a jump through the history shows for a moment.
  const [guarded, setGuarded] = useState(settled)
  if (settled && !guarded) setGuarded(true)
  const guard = useRef<ReturnType<typeof pushGuardEntry>>(null)
  const onRefused = useEffectEvent(ask)
  const onLeft = useEffectEvent(forget)
  const mayLeave = useEffectEvent(() => kept)
  useEffect(() => {
    if (!guarded) return
    guard.current ??= pushGuardEntry({ onRefused: () => onRefused(), onLeft: () => onLeft(), mayLeave: () => mayLeave() })
    return guard.current.watch()
  }, [guarded])
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    if (!kept) window.addEventListener('beforeunload', stay)
    // A page kept in memory would come back with the secret on it.
    window.addEventListener('pagehide', forget)
    return () => {
      window.removeEventListener('beforeunload', stay)
      window.removeEventListener('pagehide', forget)
    }
  }, [kept, forget])
  return () => (guard.current ? guard.current.stepOff() : forget())
}
