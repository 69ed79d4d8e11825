'use client'

import { createContext, lazy, Suspense, use, useState } from 'react'
import type { Result } from '@/components/forms/call-action'

export type Revocable = { tokenId: string; name: string }
export type Revoke = (input: { tokenId: string }) => Promise<Result<void>>

const AskRevoke = createContext<(token: Revocable) => void>(() => undefined)

/** Opens the question whether to revoke a token. */
export function useAskRevoke() {
  return use(AskRevoke)
}

const loadFlow = async () => ({ default: (await import('./revoke-flow')).RevokeFlow })
const RevokeFlow = lazy(loadFlow)

/** Holds the question for all rows; dialog and toast are fetched when the first menu is used. */
export function RevokeProvider({ revoke, children }: { revoke: Revoke; children: React.ReactNode }) {
  const [asked, setAsked] = useState<Revocable | null>(null)
  const [wanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  function ask(token: Revocable) {
    setAsked(token)
    setWanted(true)
    setOpen(true)
  }
  return (
    <AskRevoke value={ask}>
      {children}
      {wanted && asked ? (
        <Suspense>
          <RevokeFlow key={asked.tokenId} token={asked} open={open} onClose={() => setOpen(false)} revoke={revoke} />
        </Suspense>
      ) : null}
    </AskRevoke>
  )
}
