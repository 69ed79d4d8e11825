'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { useLookAgain } from '../use-look-again'

/** Milliseconds between the answer to a look and the next look. */
const LOOK_EVERY = 1_000

export type Progress = { id: string; scanned: number; total: number }

async function look(signal: AbortSignal): Promise<Progress | null> {
  const answer = await fetch(`${GOVERNANCE_PATH}/validation`, { signal, headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error('No answer')
  return ((await answer.json()) as { open: Progress | null }).open
}

/** The validation as it goes on: asked for again and again until it has ended, then the page is read anew. */
export function useOpenRun(from: Progress): Progress {
  const router = useRouter()
  const [latest, setLatest] = useState(from)
  useLookAgain(look, LOOK_EVERY, (found) => (found ? setLatest(found) : router.refresh()))
  return latest.scanned >= from.scanned || latest.id !== from.id ? latest : from
}
