import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { callAction, type Result } from '@/components/forms/call-action'
import { askedPolicyQuery, readAskedPolicy, type PolicyPreview } from '@/lib/governance/policy-preview'
import type { TtlPolicy } from '@/lib/governance/violation'

export type AskPreview = (policy: TtlPolicy) => Promise<Result<PolicyPreview>>

/** Milliseconds after the last key. */
const PAUSE = 300

/** `question` is the policy as an address says it, and the version that was saved then. */
type Answer = { question: string; preview: PolicyPreview | null }
export type Previewed = { preview: PolicyPreview | null; state: 'counting' | 'counted' | 'failed' }

/**
 * What saving `policy` would change, asked again after every change of it.
 *
 * @param policy null where there is nothing to ask: nothing has been changed, or a limit can't be read
 * @param asOf the version that is saved: another one has other violations to compare with
 * @param first an answer that came with the page
 * @returns the latest answer, while the next is on its way, too
 */
export function usePreview(ask: AskPreview, policy: TtlPolicy | null, asOf: number, first: PolicyPreview | null): Previewed {
  const question = policy && `${askedPolicyQuery(policy)}&as-of=${asOf}`
  const [answer, setAnswer] = useState<Answer | null>(first && question !== null ? { question, preview: first } : null)
  const busy = useRef(false)
  const waiting = useRef<string | null>(null)
  const known = answer?.question === question
  // One at a time, and of those that wait meanwhile only the last: a call waits for those before it, Save's too.
  const send = useEffectEvent(async (asked: string) => {
    waiting.current = asked
    if (busy.current) return
    busy.current = true
    for (let next: string | null = asked; next !== null; next = waiting.current) {
      waiting.current = null
      const result = await callAction(ask, readAskedPolicy(Object.fromEntries(new URLSearchParams(next))))
      // An answer to what has been changed since is of no use to anybody.
      if (waiting.current === null) setAnswer({ question: next, preview: result.ok ? result.value : null })
    }
    busy.current = false
  })
  useEffect(() => {
    if (question === null || known) return
    const timer = setTimeout(() => void send(question), PAUSE)
    return () => clearTimeout(timer)
  }, [question, known])
  return { preview: answer?.preview ?? null, state: !known ? 'counting' : answer?.preview ? 'counted' : 'failed' }
}
