'use client'

import { useReducer, useRef, useState, type RefObject } from 'react'
import { afterAct, isKept, NOT_KEPT, type Keeping, type KeepingAct } from './keeping'
import { useGuardedLeaving } from './use-guarded-leaving'

/** How it stands about what is shown but once: whether it was kept, and whether it may be left. */
export type Showing = {
  /** Of the last attempt to keep it. */
  said: Keeping['said']
  /** The one question is asked: it was to be left, and was not kept. */
  asking: boolean
  copyButton: RefObject<HTMLButtonElement | null>
  note: (act: KeepingAct) => void
  /** Leaves, or asks first where it was not kept. */
  leave: () => void
  /** Leaves without a question. */
  close: () => void
  /** Goes back to keeping it. */
  stay: () => void
}

/**
 * Looks after one showing of a secret: leaving before it was kept asks once.
 *
 * @param forget drops the secret: nothing has it any more
 * @param settled whether the page that is to stand below is there, see useGuardedLeaving
 */
export function useShownOnce(forget: () => void, settled = true): Showing {
  const copyButton = useRef<HTMLButtonElement>(null)
  const [keeping, act] = useReducer(afterAct, NOT_KEPT)
  const [wantsToLeave, setWantsToLeave] = useState(false)
  const kept = isKept(keeping)
  const ask = () => setWantsToLeave(true)
  const close = useGuardedLeaving({ settled, kept, forget, ask })
  return {
    said: keeping.said,
    asking: wantsToLeave && !kept,
    copyButton,
    note(done) {
      act(done)
      if (done === 'copied' || done === 'downloaded') setWantsToLeave(false)
    },
    leave: kept ? close : ask,
    close,
    stay() {
      setWantsToLeave(false)
      copyButton.current?.focus()
    },
  }
}
