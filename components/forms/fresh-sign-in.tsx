'use client'

import { createContext, use, useRef, useState } from 'react'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'
import type { Result } from './call-action'

export type RenewSignIn = (input: { password: string }) => Promise<Result<void>>
export type SignInAgainProps = { renew: RenewSignIn; onRenewed: () => void; onLeave: () => void }

type Ask = () => Promise<boolean>

const AskToSignInAgain = createContext<Ask>(() => Promise.resolve(false))

const dialog = onDemand<SignInAgainProps>(async () => (await import('./sign-in-again')).SignInAgain)

/** Holds the dialog that asks for the password; its code is fetched when an act first needs it. */
export function FreshSignInProvider({ renew, children }: { renew: RenewSignIn; children: React.ReactNode }) {
  const [SignInAgain, want] = useOnDemand(dialog)
  const [asking, setAsking] = useState(false)
  const answer = useRef<(renewed: boolean) => void>(() => undefined)
  const ask: Ask = () => {
    want()
    setAsking(true)
    return new Promise((resolve) => {
      answer.current = resolve
    })
  }
  function end(renewed: boolean) {
    setAsking(false)
    answer.current(renewed)
  }
  return (
    <AskToSignInAgain value={ask}>
      {children}
      {SignInAgain && asking ? <SignInAgain renew={renew} onRenewed={() => end(true)} onLeave={() => end(false)} /> : null}
    </AskToSignInAgain>
  )
}

/**
 * Runs an act that may need a fresh sign-in: where it is refused for that, asks for the password and runs it again.
 *
 * While `asking`, a dialog of the caller's own gives way to the one that asks: `open={open && !asking}`. While the act
 * `isUnderWay` it is not left. That is asked when a key is pressed, since the caller's transition may stay pending for a
 * moment after the person has left the question about the password, when nothing is under way any more.
 */
export function useFreshSignIn() {
  const ask = use(AskToSignInAgain)
  const [asking, setAsking] = useState(false)
  const underWay = useRef(false)
  async function runFresh<Value>(act: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const first = await act()
    if (first.ok || first.code !== 'sign_in_again') return first
    setAsking(true)
    const renewed = await ask()
    setAsking(false)
    return renewed ? act() : first
  }
  async function run<Value>(act: () => Promise<Result<Value>>): Promise<Result<Value>> {
    underWay.current = true
    try {
      return await runFresh(act)
    } finally {
      underWay.current = false
    }
  }
  return { asking, run, isUnderWay: () => underWay.current }
}
