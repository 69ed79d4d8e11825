'use client'

import { useActionState, useEffect, useRef, useState, useTransition } from 'react'
import type { Posted, PostedFields } from '@/lib/platform/action'
import { callAction, type Result } from './call-action'

/** An action made by formAction or guestAction. */
export type PostedAction<Value, Shown = PostedFields> = (state: Posted<Value, Shown> | null, form: FormData) => Promise<Posted<Value, Shown>>

/** Calls an action, be it after something that it needs first, such as a fresh sign-in. */
type Around = <Value>(act: () => Promise<Result<Value>>) => Promise<Result<Value>>
const plainly: Around = (act) => act()

/** Leads to the first field that was refused, with each refusal. */
function useFocusOnRefused(answer: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [answer])
  return form
}

/**
 * The state of a form that the server handles, before JavaScript and without it; once it has loaded, by a call that
 * keeps what was typed and can say that there was no answer. What is wrong with a field is said until it is changed.
 *
 * @param around what is done around the call, see useFreshSignIn
 * @returns `form`, to spread on the form; `answer`; `whole`, what was refused as a whole; `wrong`, the code by field;
 *   `kept`, what was typed where only the server knows it; `done`, all that the form shows has been accepted, so not once
 *   a field was changed after it was sent, be it while the answer was awaited; `sent`, what was sent last
 */
export function usePostedForm<Value, Shown>(run: PostedAction<Value, Shown>, onAccepted: (value: Value) => void = () => undefined, around: Around = plainly) {
  const [posted, action] = useActionState<Posted<Value, Shown> | null, FormData>(run, null)
  const [called, setCalled] = useState<Result<Value> | null>(null)
  const [mended, setMended] = useState<string[]>([])
  const sinceSent = useRef<string[]>([])
  const [sent, setSent] = useState<FormData | null>(null)
  const [pending, startTransition] = useTransition()
  const answer = called ?? posted
  const ref = useFocusOnRefused(answer)
  const send = (form: FormData) => {
    setSent(form)
    sinceSent.current = []
    startTransition(async () => {
      const result = await around<Value>(() => callAction((sending: FormData) => run(null, sending), form))
      setCalled(result)
      // The answer is about what was sent: a field that was changed while it was awaited is not what it speaks of.
      setMended(sinceSent.current)
      if (result.ok) onAccepted(result.value)
    })
  }
  const onSubmit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!pending) send(new FormData(event.currentTarget))
  }
  const refusal = answer && !answer.ok ? answer : null
  const wrong = Object.fromEntries(Object.entries(refusal?.fields ?? {}).filter(([name]) => !mended.includes(name)))
  const onInput = ({ target }: React.FormEvent<HTMLFormElement>) => {
    if (!('name' in target) || typeof target.name !== 'string') return
    const { name } = target
    sinceSent.current = [...sinceSent.current, name]
    // A browser that fills in a form changes several fields at once.
    setMended((before) => (before.includes(name) ? before : [...before, name]))
  }
  // What is wrong with the form and no field of it comes under no name.
  const whole = refusal && Object.keys(refusal.fields).every((name) => name === '') ? refusal : null
  const kept = posted && !posted.ok ? posted.values : null
  const done = answer?.ok === true && mended.length === 0
  return { form: { ref, action, onSubmit, onInput, noValidate: true }, answer, whole, wrong, kept, done, sent, send, pending }
}
