'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'

/** Milliseconds between two looks, and after which there is something to show: what is quicker needs no bar. */
const LOOK_EVERY = 1_000

export type Progress = { id: string; scanned: number; total: number }

async function look(): Promise<Progress | null> {
  const answer = await fetch(`${GOVERNANCE_PATH}/validation`, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error('No answer')
  return ((await answer.json()) as { open: Progress | null }).open
}

/** The validation as it goes on: asked for again and again until it has ended, then the page is read anew. */
export function useOpenRun(from: Progress): Progress {
  const router = useRouter()
  const [latest, setLatest] = useState(from)
  useEffect(() => {
    const timer = setInterval(() => {
      // A look that fails is made up for by the next.
      void look().then(
        (found) => (found ? setLatest(found) : router.refresh()),
        () => undefined,
      )
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [router])
  return latest.scanned >= from.scanned || latest.id !== from.id ? latest : from
}
