'use client'

import { useSyncExternalStore } from 'react'
import { CopyAct } from '@/components/secret/copy-act'

const never = () => () => undefined

/** Copies what stands in the element with this id. Only where scripts run: the page has dozens, and its HTML none. */
export function CopyLine({ id, describedBy }: { id: string; describedBy: string }) {
  const running = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return running ? <CopyAct text={() => document.getElementById(id)?.textContent ?? ''} describedBy={describedBy} /> : null
}
