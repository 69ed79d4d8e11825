'use client'

import { usePathname } from 'next/navigation'
import { createContext, use, useState } from 'react'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'
import type { PasscodeNeed } from '@/lib/identity/queries/find-passcode-need'
import { LIST_PATH } from '../list/list-address'

/** A secret on its way to the one dialog that shows it. */
export type Generated = { apiToken: string; tokenId: string; name: string; lastFour: string; expiresAt: string | null }
/** With the names of its scopes, where the page knows them. */
export type Shown = Generated & { scopes: string[] }

/** Where tokens are exchanged, what that asks for, and in which organization. */
export type Exchange = { publicUrl: string; need: PasscodeNeed; organization: string }

export type TokenGeneratedProps = Exchange & {
  generated: Shown
  /** The list stands below by now. */
  overList: boolean
  onForget: () => void
}

type TokenGenerated = {
  /** Fetches the dialog. Before the secret is asked for: what cannot be shown must not be made. */
  prepare: () => Promise<unknown>
  /** Shows the secret over whatever page is there. */
  show: (generated: Shown) => void
}

const Context = createContext<TokenGenerated | null>(null)

export function useTokenGenerated(): TokenGenerated {
  const found = use(Context)
  if (!found) throw new Error('There is no TokenGeneratedProvider above')
  return found
}

const dialog = onDemand<TokenGeneratedProps>(async () => (await import('./token-generated')).TokenGenerated)

/**
 * Holds a secret while the pages below change from the form to the list. It is in this state and nowhere else: a
 * reload, Back or a page that the browser keeps in memory finds it gone.
 */
export function TokenGeneratedProvider({ children, ...exchange }: Exchange & { children: React.ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [TokenGenerated, want] = useOnDemand(dialog)
  const overList = usePathname() === LIST_PATH
  function show(generated: Shown) {
    setShown(generated)
    want()
  }
  return (
    <Context value={{ prepare: dialog.get, show }}>
      {children}
      {TokenGenerated && shown ? <TokenGenerated {...exchange} generated={shown} overList={overList} onForget={() => setShown(null)} /> : null}
    </Context>
  )
}
