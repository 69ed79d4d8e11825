'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Refusal } from '@/components/forms/call-action'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { SavedText } from '@/components/forms/saved'
import { useEcho } from '@/components/forms/use-echo'
import { useErrorText } from '@/components/forms/use-error-text'
import { Instant } from '@/components/tokens/instant'
import { TextField } from '@/components/ui/field'
import { panelClass } from '@/components/ui/panel'
import { POLICY_KINDS, toTtlPolicy, type PolicySettings } from '@/lib/governance/policy-settings'
import type { SavedPolicy } from '@/lib/governance/queries/find-policy-settings'
import { Conflict } from './conflict'
import { PolicySection } from './policy-section'
import { PreviewPanel } from './preview-panel'
import { SaveBar } from './save-bar'
import { toSettings } from './typed-policy'
import { usePolicyForm, type SubmitPolicy } from './use-policy-form'
import type { AskPreview } from './use-preview'

type PolicyFormProps = { orgId: string; saved: SavedPolicy; draft: PolicySettings | null; submit: SubmitPolicy; ask: AskPreview }

/** The values that somebody saved meanwhile come with the page, after each refusal anew. */
function useNewerValues(refusal: Refusal | null) {
  const router = useRouter()
  useEffect(() => {
    if (refusal?.code === 'policy_changed') router.refresh()
  }, [refusal, router])
}

/** Before JavaScript there is no dialog that could ask for it. */
function PasswordBeforeSaving({ error }: { error: string | null }) {
  const t = useTranslations('settings')
  return (
    <div className="w-full max-w-[24rem]">
      <TextField id="policy-password" name="password" type="password" autoComplete="current-password" label={t('password')} help={t('passwordHelp')} error={error} />
    </div>
  )
}

/** Both policies side by side, what saving them would change beneath, and the bar that saves them. */
export function PolicyForm({ orgId, saved, draft, submit, ask }: PolicyFormProps) {
  const t = useTranslations('settings')
  const errorText = useErrorText()
  const [toast, echo] = useEcho()
  const policy = usePolicyForm(saved, draft, submit, ask, () => echo(<SavedText />))
  const { form, whole, wrong, kept, done, pending } = policy.posted
  const { refusal, conflict, typed, changes, problems } = policy
  useNewerValues(refusal)
  const asksPassword = kept !== null && (refusal?.code === 'sign_in_again' || wrong['password'] !== undefined)

  function onSubmit(event: React.FormEvent<HTMLFormElement>) {
    if (policy.readable) return form.onSubmit(event)
    event.preventDefault()
    policy.lookAtAll()
    const kind = POLICY_KINDS.find((one) => problems[one])
    document.getElementById(`${kind}-value`)?.focus()
  }
  function onInput(event: React.FormEvent<HTMLFormElement>) {
    policy.read(event.currentTarget)
    form.onInput(event)
  }
  return (
    <form {...form} onSubmit={onSubmit} onInput={onInput} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <input type="hidden" name="orgId" value={orgId} />
      <input type="hidden" name="version" value={policy.version} />
      {conflict ? <Conflict saved={saved} mine={toSettings(typed)} onTakeTheirs={policy.takeTheirs} /> : refusal && whole && !asksPassword ? <RefusalBanner refusal={refusal} /> : null}
      <div key={policy.shown.round} className={`${panelClass} grid md:grid-cols-2 md:grid-rows-[auto_auto_auto]`}>
        {POLICY_KINDS.map((kind) => (
          <PolicySection
            key={kind}
            kind={kind}
            shown={policy.shown.fields}
            typed={typed}
            saved={saved}
            error={(policy.left.includes(kind) ? problems[kind] : null) ?? wrong[`${kind}Value`] ?? null}
            onLeave={() => policy.leave(kind)}
          />
        ))}
      </div>
      <PreviewPanel {...policy.previewed} policy={toTtlPolicy(toSettings(typed))} changed={changes > 0} readable={policy.readable} />
      <SaveBar changes={changes} busy={pending} done={done} onDiscard={policy.discard}>
        {asksPassword ? <PasswordBeforeSaving error={wrong['password'] ? errorText(wrong['password']) : null} /> : null}
      </SaveBar>
      {saved.savedBy ? <p className="text-subtle">{t.rich('lastSaved', { name: saved.savedBy.name, at: () => <Instant at={saved.savedAt} /> })}</p> : null}
      {toast}
    </form>
  )
}
