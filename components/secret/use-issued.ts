'use client'

import { useState } from 'react'

/**
 * Holds what was issued while it is shown. Once it is forgotten nothing of the page may have it any more: `round` is the
 * key of the form that it came from, which holds its own answer, and so is made anew.
 */
export function useIssued<Issued>() {
  const [issued, setIssued] = useState<Issued | null>(null)
  const [round, setRound] = useState(0)
  function forget() {
    setIssued(null)
    setRound((before) => before + 1)
  }
  return { issued, round, setIssued, forget }
}
