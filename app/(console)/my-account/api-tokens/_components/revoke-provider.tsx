'use client'

import { createContext, use, useState } from 'react'
import type { Result } from '@/components/forms/call-action'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'

export type Revocable = { tokenId: string; name: string }
export type Revoke = (input: { tokenId: string }) => Promise<Result<void>>
export type RevokeFlowProps = { token: Revocable; open: boolean; onClose: () => void; revoke: Revoke }

const AskRevoke = createContext<(token: Revocable) => void>(() => undefined)

/** Opens the question whether to revoke a token. */
export function useAskRevoke() {
  return use(AskRevoke)
}

const flow = onDemand<RevokeFlowProps>(async () => (await import('./revoke-flow')).RevokeFlow)

/** For a menu that is about to be opened: the question is then there when it is asked. */
export const fetchRevokeAhead = flow.ahead

/** Holds the question for all rows; dialog and toast are fetched when the first menu is used. */
export function RevokeProvider({ revoke, children }: { revoke: Revoke; children: React.ReactNode }) {
  const [asked, setAsked] = useState<Revocable | null>(null)
  const [open, setOpen] = useState(false)
  const [RevokeFlow, wantFlow] = useOnDemand(flow)
  function ask(token: Revocable) {
    setAsked(token)
    setOpen(true)
    wantFlow()
  }
  return (
    <AskRevoke value={ask}>
      {children}
      {RevokeFlow && asked ? <RevokeFlow key={asked.tokenId} token={asked} open={open} onClose={() => setOpen(false)} revoke={revoke} /> : null}
    </AskRevoke>
  )
}
