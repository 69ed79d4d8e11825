'use client'

import { useState } from 'react'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'

export type EchoProps = { said: { title: React.ReactNode } }

const toast = onDemand<EchoProps>(async () => (await import('./echo')).Echo)

/**
 * Echoes in a toast what the page shows anyway.
 *
 * @returns what to render, and what to call with the words: an element, so that they change with the language
 */
export function useEcho(): [React.ReactNode, (title: React.ReactNode) => void] {
  const [Echo, want] = useOnDemand(toast)
  const [said, setSaid] = useState<EchoProps['said'] | null>(null)
  function echo(title: React.ReactNode) {
    want()
    setSaid({ title })
  }
  return [Echo && said ? <Echo said={said} /> : null, echo]
}
