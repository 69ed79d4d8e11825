'use client'

import { useEffect, useMemo, useState } from 'react'

const MINUTE = 60_000

/** The present, to the minute: at first as the server saw it, so that the browser starts with the same page. */
export function useNow(start: string): Date {
  const [ticked, setTicked] = useState<Date | null>(null)
  useEffect(() => {
    const timer = setInterval(() => setTicked(new Date()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return useMemo(() => ticked ?? new Date(start), [ticked, start])
}
