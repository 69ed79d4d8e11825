'use client'

import { useTranslations } from 'next-intl'
import { createContext, use, useState } from 'react'

/** What a list knows of a token that could be selected. */
export type Selectable = { tokenId: string; name: string }

type Selection = {
  /** What the page shows and could be selected. */
  tokens: Selectable[]
  /** Those of them that are. */
  selected: Selectable[]
  set: (tokenIds: readonly string[], on: boolean) => void
}

const SelectedTokens = createContext<Selection>({ tokens: [], selected: [], set: () => undefined })

/** What is selected on the page; a token that has left it, or can't be selected any more, is not. */
export function useSelection() {
  return use(SelectedTokens)
}

export function SelectionProvider({ tokens, children }: { tokens: Selectable[]; children: React.ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const set: Selection['set'] = (tokenIds, on) =>
    setIds((before) => {
      const after = new Set(before)
      for (const id of tokenIds) if (on) after.add(id)
      else after.delete(id)
      return after
    })
  return <SelectedTokens value={{ tokens, selected: tokens.filter(({ tokenId }) => ids.has(tokenId)), set }}>{children}</SelectedTokens>
}

type BoxProps = { label: string; checked: boolean; mixed?: boolean; onChange: (on: boolean) => void }

/** A box of 16 px in a target of 24, on a phone of 36. Without JavaScript there is nothing that it could do. */
function Box({ label, checked, mixed = false, onChange }: BoxProps) {
  const mark = (box: HTMLInputElement | null) => {
    if (box) box.indeterminate = mixed
  }
  return (
    <label className="-m-1 inline-grid size-6 place-items-center align-middle max-sm:-m-2.5 max-sm:size-9 noscript:hidden">
      <input ref={mark} type="checkbox" className="tick" aria-label={label} checked={checked} onChange={(event) => onChange(event.target.checked)} />
    </label>
  )
}

export function SelectToken({ tokenId, name }: Selectable) {
  const t = useTranslations('selection')
  const { selected, set } = useSelection()
  return <Box label={t('one', { name })} checked={selected.some((each) => each.tokenId === tokenId)} onChange={(on) => set([tokenId], on)} />
}

/** All that the page shows: on, off, or mixed. */
export function SelectAll() {
  const t = useTranslations('selection')
  const { tokens, selected, set } = useSelection()
  // A column without a name is none to a screen reader.
  if (tokens.length === 0) return <span className="sr-only">{t('label')}</span>
  const all = selected.length === tokens.length
  return <Box label={t('all')} checked={all} mixed={selected.length > 0 && !all} onChange={(on) => set(tokens.map(({ tokenId }) => tokenId), on)} />
}
