'use client'

import { useState, useTransition, type ComponentType } from 'react'

/** A component whose code is fetched when it is wanted, or ahead of that. */
export type OnDemand<Props> = {
  now: () => ComponentType<Props> | null
  get: () => Promise<ComponentType<Props>>
  ahead: () => void
}

/** What could not be fetched ahead is fetched when it is wanted, and fails there if it must. */
function fetchedLater() {
  return null
}

/** @param load imports the component */
export function onDemand<Props>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  let here: ComponentType<Props> | null = null
  const get = async () => {
    const loaded = await load()
    here = loaded
    return loaded
  }
  return { now: () => here, get, ahead: () => void get().catch(fetchedLater) }
}

/**
 * The component, once it is here, and what asks for it. Not `lazy`: Suspense holds back for 300 ms even what has been
 * fetched before. A transition, because that hands what fails to the nearest error page.
 */
export function useOnDemand<Props>(source: OnDemand<Props>): [ComponentType<Props> | null, () => void] {
  const [wanted, setWanted] = useState<ComponentType<Props> | null>(null)
  const [, startTransition] = useTransition()
  function want() {
    const here = source.now()
    if (here) {
      setWanted(() => here)
      return
    }
    startTransition(async () => {
      const loaded = await source.get()
      setWanted(() => loaded)
    })
  }
  return [wanted, want]
}
