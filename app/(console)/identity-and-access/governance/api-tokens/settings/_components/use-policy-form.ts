import { useEffect, useState } from 'react'
import { useFreshSignIn } from '@/components/forms/fresh-sign-in'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import type { PolicyPreview } from '@/lib/governance/policy-preview'
import { countDifferences, POLICY_KINDS, toTtlPolicy, type PolicyKind, type PolicySettings } from '@/lib/governance/policy-settings'
import type { SavedPolicy } from '@/lib/governance/queries/find-policy-settings'
import { isTypedAlike, problemsOf, readFields, toSettings, toTyped, type TypedPolicy } from './typed-policy'
import { usePreview, type AskPreview } from './use-preview'

/** What became of the form: saved, or before JavaScript only looked at. */
export type Submitted = { kind: 'saved'; /** Null: nothing had to be changed. */ version: number | null } | { kind: 'previewed'; preview: PolicyPreview; typed: PolicySettings; version: number }
export type SubmitPolicy = PostedAction<Submitted>

/** What the form was made for, and what it showed first. */
type Start = { base: SavedPolicy; first: TypedPolicy; preview: PolicyPreview | null }

const fieldText = (form: FormData) => (name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : undefined
}

/** Asks before the page is left with what would be lost. */
function useUnsavedGuard(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
}

/** What a form that was posted without JavaScript comes back with, else what is saved, or drafted by an address. */
function startOf(saved: SavedPolicy, draft: PolicySettings | null, posted: ReturnType<typeof usePostedForm<Submitted, Record<string, string[]>>>): Start {
  const { kept, answer } = posted
  const looked = answer?.ok && answer.value.kind === 'previewed' ? answer.value : null
  if (looked) return { base: { ...saved, version: looked.version }, first: toTyped(looked.typed), preview: looked.preview }
  if (!kept) return { base: saved, first: toTyped(draft ?? saved), preview: null }
  return { base: { ...saved, version: Number(kept['version']?.[0] ?? saved.version) }, first: readFields((name) => kept[name]?.[0]), preview: null }
}

/**
 * Both policies in the form, beside what is saved. The fields are the browser's own: what is typed before JavaScript
 * has loaded stays; `round` changes where they are to show something else.
 */
export function usePolicyForm(saved: SavedPolicy, draft: PolicySettings | null, submit: SubmitPolicy, ask: AskPreview, onSaved: () => void) {
  const { run } = useFreshSignIn()
  const posted = usePostedForm(submit, onSaved, run)
  const [start] = useState(() => startOf(saved, draft, posted))
  const [base, setBase] = useState(start.base)
  const [shown, setShown] = useState({ round: 0, fields: start.first })
  const [typed, setTyped] = useState(start.first)
  const [left, setLeft] = useState<readonly PolicyKind[]>([])
  const [settled, setSettled] = useState<unknown>(null)
  const problems = problemsOf(typed)
  const settings = toSettings(typed)
  const changes = countDifferences(settings, base)
  const readable = POLICY_KINDS.every((kind) => problems[kind] === null)
  const previewed = usePreview(ask, changes > 0 && readable ? toTtlPolicy(settings) : null, saved.version, start.preview)
  useUnsavedGuard(changes > 0)
  // The answer may be here before the page that it has made new.
  const savedVersion = posted.answer?.ok && posted.answer.value.kind === 'saved' ? posted.answer.value.version : null

  function show(policy: SavedPolicy) {
    const fields = toTyped(policy)
    setBase(policy)
    setTyped(fields)
    setLeft([])
    // What was refused was about values that are gone from the form.
    setSettled(posted.answer)
    // Fields that show it already stay, and the focus in them.
    if (!isTypedAlike(fields, typed)) setShown({ round: shown.round + 1, fields })
  }
  // Saved from here, or by somebody else while nothing here was unsaved: then it is what the form is about.
  if (saved.version !== base.version) {
    if (changes === 0 || countDifferences(settings, saved) === 0) show(saved)
    // What has been typed since is a change of what was just saved from here.
    else if (saved.version === savedVersion) setBase(saved)
  }

  const refusal = posted.answer && !posted.answer.ok && posted.answer !== settled ? posted.answer : null
  const conflict = refusal?.code === 'policy_changed' && saved.version !== base.version
  return {
    // Beside the newer values, what saving would change is counted from them.
    changes: conflict ? countDifferences(settings, saved) : changes,
    ...{ base, typed, shown, problems, readable, previewed, conflict, refusal, left },
    posted,
    version: conflict ? saved.version : Math.max(base.version, savedVersion ?? 0),
    discard: () => show(saved),
    takeTheirs: () => show(saved),
    leave: (kind: PolicyKind) => setLeft((before) => (before.includes(kind) ? before : [...before, kind])),
    lookAtAll: () => setLeft(POLICY_KINDS),
    read: (form: HTMLFormElement) => setTyped(readFields(fieldText(new FormData(form)))),
  }
}
