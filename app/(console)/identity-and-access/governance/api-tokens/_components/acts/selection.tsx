'use client'

import { createContext, use, useState } from 'react'
import * as shared from '@/components/tokens/selection'
import type { Actable } from './actable'
import { useMayAct } from './acts-provider'

type Chosen = {
  /** All that match the filter are meant, beyond the page. */
  matching: boolean
  setMatching: (on: boolean) => void
  tokens: Actable[]
}

const ChosenTokens = createContext<Chosen>({ matching: false, setMatching: () => undefined, tokens: [] })

/** What of the list is selected. Give it a key that names the page of the list: another page starts with nothing. */
export function SelectionProvider({ tokens, children }: { tokens: Actable[]; children: React.ReactNode }) {
  const [matching, setMatching] = useState(false)
  return (
    <shared.SelectionProvider tokens={tokens}>
      <ChosenTokens value={{ matching, setMatching, tokens }}>{children}</ChosenTokens>
    </shared.SelectionProvider>
  )
}

/** What is selected, and what changes that. Whoever takes one out of all that match has only the page left. */
export function useChosen() {
  const { matching, setMatching, tokens } = use(ChosenTokens)
  const selection = shared.useSelection()
  const ids = new Set(selection.selected.map(({ tokenId }) => tokenId))
  const selected = tokens.filter(({ tokenId }) => ids.has(tokenId))
  const set = (on: boolean) => selection.set(tokens.map(({ tokenId }) => tokenId), on)
  return {
    tokens,
    selected,
    matching: matching && selected.length === tokens.length,
    selectPage: () => set(true),
    selectMatching: () => {
      set(true)
      setMatching(true)
    },
    clear: () => {
      set(false)
      setMatching(false)
    },
  }
}

/** The box of one row; none for those who may not act. */
export function SelectToken({ token }: { token: Actable }) {
  return useMayAct() ? <shared.SelectToken tokenId={token.tokenId} name={token.name} /> : null
}

/** The box of the head: all that the page shows. */
export function SelectAll() {
  return useMayAct() ? <shared.SelectAll /> : null
}
