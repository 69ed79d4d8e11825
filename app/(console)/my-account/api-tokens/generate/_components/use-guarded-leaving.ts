'use client'

import { useEffect } from 'react'

/** While the secret is not kept the browser asks before it leaves the page; once left, the secret is forgotten. */
export function useGuardedLeaving(kept: boolean, forget: () => void) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    if (!kept) window.addEventListener('beforeunload', ask)
    // A page kept in memory would come back with the secret on it.
    window.addEventListener('pagehide', forget)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('pagehide', forget)
    }
  }, [kept, forget])
}
