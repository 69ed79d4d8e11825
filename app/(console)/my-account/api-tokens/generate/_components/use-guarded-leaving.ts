'use client'

import { useEffect, useEffectEvent, useRef } from 'react'

type Leaving = { kept: boolean; forget: () => void; ask: () => void; close: () => void }

/**
 * Gives the dialog an entry of its own in the browser's history, for Back to step off without leaving the page.
 * Nothing of the secret is in it: it is the page's own entry once more.
 *
 * The router hears of Back before we do, and finds the page unchanged.
 */
function useGuardedBack({ kept, forget, ask, close }: Leaving) {
  const address = useRef('')
  const returning = useRef(false)
  const onBack = useEffectEvent(() => {
    if (returning.current) {
      returning.current = false
    } else if (window.location.href !== address.current) {
      forget()
    } else if (kept) {
      close()
    } else {
      // Forward instead of a new entry: browsers let Back skip a page that adds entries without having been touched.
      returning.current = true
      window.history.forward()
      ask()
    }
  })
  useEffect(() => {
    if (!address.current) {
      address.current = window.location.href
      window.history.pushState(window.history.state, '', address.current)
    }
    // One listener for as long as the dialog is there: the router's answer to Back renders before it would be called.
    const listen = () => onBack()
    window.addEventListener('popstate', listen)
    return () => window.removeEventListener('popstate', listen)
  }, [])
}

/**
 * While the secret is not kept, nothing leaves without a question: neither the page (there the browser asks) nor
 * Back, which inside the console only changes what is shown. Once left, the secret is forgotten.
 */
export function useGuardedLeaving(leaving: Leaving) {
  const { kept, forget } = leaving
  useGuardedBack(leaving)
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    if (!kept) window.addEventListener('beforeunload', stay)
    // A page kept in memory would come back with the secret on it.
    window.addEventListener('pagehide', forget)
    return () => {
      window.removeEventListener('beforeunload', stay)
      window.removeEventListener('pagehide', forget)
    }
  }, [kept, forget])
}
