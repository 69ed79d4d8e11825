'use client'

import { useTranslations } from 'next-intl'
import { createContext, use, useEffect, useRef, useState } from 'react'
import { callAction, type Result } from '@/components/forms/call-action'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'
import type { ToasterProps } from '@/components/ui/toaster'
import type { ActivateTokens, ChangeMatchingInput, CountMatching, DeactivateTokensInput } from '@/lib/governance/schemas'
import type { ChangeKind, TokenResult } from '@/lib/governance/token-change'
import type { Total } from '@/lib/total'
import type { Actable } from './actable'
import { LIST_ID } from './list-id'

type Run<Input, Value> = (input: Input) => Promise<Result<Value>>

/** The acts, as the page hands them in. */
export type Acts = {
  deactivate: Run<DeactivateTokensInput, TokenResult[]>
  activate: Run<ActivateTokens, TokenResult[]>
  /** How many of the tokens that match there are to change. */
  countMatching: Run<CountMatching, number>
  changeMatching: Run<ChangeMatchingInput, void>
}

/** What the list shows beyond the page: all that match its filter, by the address's parameters. */
export type Matching = { orgId: string; filter: Record<string, string>; total: Total }

/** An open question is left by `onClose`, whatever became of it. `focusAfter` is where the focus goes once it is done. */
type Asked = { kind: ChangeKind; open: boolean; onClose: () => void; focusAfter: () => HTMLElement | true }
export type TokensFlowProps = Asked & Pick<Acts, 'deactivate' | 'activate'> & { tokens: Actable[] }
export type MatchingFlowProps = Asked & Pick<Acts, 'changeMatching'> & {
  matching: Matching
  /** Under way since it was asked; `recount` counts again. */
  counted: Promise<Result<number>>
  recount: () => Promise<Result<number>>
}

type Ask = (kind: ChangeKind, tokens: Actable[] | 'matching') => void

const Asking = createContext<{ ask: Ask; matching: Matching | null; mayAct: boolean }>({ ask: () => undefined, matching: null, mayAct: false })

/** Opens the question whether to deactivate or activate tokens, or all that match the filter. */
export function useAct(): Ask {
  return use(Asking).ask
}

/** What the list shows beyond the page. */
export function useMatching(): Matching | null {
  return use(Asking).matching
}

/** Whether the reader is an Organization Owner: an administrator sees the list and changes nothing in it. */
export function useMayAct(): boolean {
  return use(Asking).mayAct
}

const tokensFlow = onDemand<TokensFlowProps>(async () => (await import('./tokens-flow')).TokensFlow)
const matchingFlow = onDemand<MatchingFlowProps>(async () => (await import('./matching-flow')).MatchingFlow)
const toaster = onDemand<ToasterProps>(async () => (await import('@/components/ui/toaster')).Toaster)

/** For what is about to be used: the question is then there when it is asked. */
export const fetchActAhead = tokensFlow.ahead
export const fetchMatchingAhead = matchingFlow.ahead

type Question = { kind: ChangeKind; opener: Element | null } & ({ tokens: Actable[] } | { counted: Promise<Result<number>> })

/**
 * Where the focus goes once it is done: back to where it came from, save to what goes with the change, that is the bulk
 * bar. What turns out to be gone when the list is shown anew leads to the list, too.
 */
function useFocusAfter(opener: Element | null): () => HTMLElement | true {
  const left = useRef(false)
  const list = () => document.getElementById(LIST_ID)
  useEffect(() => {
    if (!left.current || document.activeElement !== document.body) return
    left.current = false
    list()?.focus()
  })
  return () => {
    left.current = true
    return (opener?.closest('[data-bulk]') && list()) || true
  }
}

type ActsProviderProps = Acts & { matching: Matching; mayAct: boolean; children: React.ReactNode }

/** Holds the question for all rows, the details and the bulk bar. Dialogs and toast are fetched when they are first wanted. */
export function ActsProvider({ matching, mayAct, children, ...acts }: ActsProviderProps) {
  const t = useTranslations('shell')
  const [asked, setAsked] = useState<Question | null>(null)
  const [times, setTimes] = useState(0)
  const [open, setOpen] = useState(false)
  const [Toaster, wantToaster] = useOnDemand(toaster)
  const [Tokens, wantTokens] = useOnDemand(tokensFlow)
  const [MatchingQuestion, wantMatching] = useOnDemand(matchingFlow)
  const count = (kind: ChangeKind) => callAction(acts.countMatching, { orgId: matching.orgId, kind, filter: matching.filter })
  const ask: Ask = (kind, tokens) => {
    const opener = document.activeElement
    setAsked(tokens === 'matching' ? { kind, opener, counted: count(kind) } : { kind, opener, tokens })
    setTimes(times + 1)
    setOpen(true)
    wantToaster()
    if (tokens === 'matching') wantMatching()
    else wantTokens()
  }
  const focusAfter = useFocusAfter(asked?.opener ?? null)
  const dialog = { ...acts, open, onClose: () => setOpen(false), focusAfter }
  return (
    <Asking value={{ ask, matching, mayAct }}>
      {children}
      {Tokens && asked && 'tokens' in asked ? <Tokens key={times} {...dialog} kind={asked.kind} tokens={asked.tokens} /> : null}
      {MatchingQuestion && asked && 'counted' in asked ? (
        <MatchingQuestion key={times} {...dialog} kind={asked.kind} matching={matching} counted={asked.counted} recount={() => count(asked.kind)} />
      ) : null}
      {Toaster ? <Toaster closeLabel={t('close')} regionLabel={t('notifications')} /> : null}
    </Asking>
  )
}
