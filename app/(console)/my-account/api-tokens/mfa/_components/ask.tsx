'use client'

import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import type { Asked } from './asked'

type AskProps = { what: Asked; look?: ComponentProps<typeof Button>['look']; onAsk: () => void; children: React.ReactNode }

/** Opens a question: a dialog, or before JavaScript the page once more, with the question on it. */
export function Ask({ what, look, onAsk, children }: AskProps) {
  function ask(event: React.FormEvent) {
    event.preventDefault()
    onAsk()
  }
  return (
    <form method="get" onSubmit={ask}>
      <Button type="submit" name="ask" value={what} look={look}>
        {children}
      </Button>
    </form>
  )
}
