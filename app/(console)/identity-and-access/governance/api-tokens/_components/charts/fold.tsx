'use client'

import { ChevronRight } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'

/**
 * Folds what it holds: on a phone from the start, elsewhere once the reader does. The server does not know the width,
 * so until this runs a style sheet decides, see globals.css: without it nothing is folded above a phone's width.
 */
export function Fold({ label, children }: { label: string; children: React.ReactNode }) {
  const fold = useRef<HTMLDetailsElement>(null)
  useLayoutEffect(() => {
    if (!fold.current) return
    fold.current.open = !window.matchMedia('(max-width: 40rem)').matches
    fold.current.dataset['fold'] = 'decided'
  }, [])
  return (
    <details ref={fold} data-fold="undecided" className="group/fold mb-4 max-sm:-mt-1 max-sm:mb-2">
      <summary className="mb-2 inline-flex min-h-6 max-sm:mb-0 items-center gap-1 rounded-badge text-xs font-label text-muted hover:text-ink max-sm:min-h-9">
        <ChevronRight className="size-3.5 stroke-2 transition-transform duration-(--fast) group-open/fold:rotate-90 sm:group-data-[fold=undecided]/fold:rotate-90" />
        {label}
      </summary>
      {children}
    </details>
  )
}
