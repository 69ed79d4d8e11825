'use client'

import { usePathname } from 'next/navigation'
import { createContext, use, useState } from 'react'
import type { Result } from '@/components/forms/call-action'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import type { ChosenTtl, Ttl } from '@/lib/time'
import type { Generated } from '../secret/token-generated-provider'

/** What the list knows of a token that could be regenerated; `ttl` null: never expires. */
export type Regenerable = { tokenId: string; name: string; generation: number; ttl: Ttl | null }
export type Regenerate = (input: { tokenId: string; generation: number; ttl: ChosenTtl | null }) => Promise<Result<Generated>>

type RegenerateRules = {
  regenerate: Regenerate
  /** The organization's Max Token TTL today, null where that policy is off. */
  limit: TtlLimit | null
  organization: string
}

export type RegenerateFlowProps = RegenerateRules & { token: Regenerable; open: boolean; onClose: () => void }

const AskRegenerate = createContext<(token: Regenerable) => void>(() => undefined)

/** Opens the question whether to regenerate a token. */
export function useAskRegenerate() {
  return use(AskRegenerate)
}

const flow = onDemand<RegenerateFlowProps>(async () => (await import('./regenerate-flow')).RegenerateFlow)

/** For a menu or a button that is about to be used: the question is then there when it is asked. */
export const fetchRegenerateAhead = flow.ahead

/** Holds the question for all rows, for as long as their page is there; its dialog is fetched when it is first wanted. */
export function RegenerateProvider({ children, ...rules }: RegenerateRules & { children: React.ReactNode }) {
  const [asked, setAsked] = useState<Regenerable | null>(null)
  const [times, setTimes] = useState(0)
  const [open, setOpen] = useState(false)
  const [path, setPath] = useState('')
  const here = usePathname()
  const [RegenerateFlow, wantFlow] = useOnDemand(flow)
  function ask(token: Regenerable) {
    setAsked(token)
    setTimes(times + 1)
    setOpen(true)
    setPath(here)
    wantFlow()
  }
  return (
    <AskRegenerate value={ask}>
      {children}
      {RegenerateFlow && asked ? <RegenerateFlow key={times} {...rules} token={asked} open={open && path === here} onClose={() => setOpen(false)} /> : null}
    </AskRegenerate>
  )
}
