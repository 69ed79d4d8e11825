'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFreshSignIn } from '@/components/forms/fresh-sign-in'
import { asksPassword, PasswordFirst } from '@/components/forms/password-first'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { SaveFoot } from '@/components/forms/saved'
import { useEcho } from '@/components/forms/use-echo'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Instant } from '@/components/tokens/instant'
import { Panel, PanelHead } from '@/components/ui/panel'
import { Switch } from '@/components/ui/switch'
import type { MfaPolicy } from '@/lib/identity/queries/find-mfa-policy'
import { EnforceQuestion } from './enforce-question'
import { Impact } from './impact'

type EnforceFormProps = { enforce: PostedAction<boolean>; organization: { id: string; name: string }; policy: MfaPolicy }

const TITLE_ID = 'enforce-mfa'

/** The word for it, alone: in a toast it follows the language that was just chosen. */
function EnforcedText({ enforced }: { enforced: boolean }) {
  return useTranslations('authentication')(enforced ? 'enforced' : 'notEnforced')
}

/** The switch, with whom it stops beneath. To enforce asks first; before JavaScript what it would ask stands on the page. */
export function EnforceForm({ enforce, organization, policy }: EnforceFormProps) {
  const t = useTranslations('authentication')
  const { asking, run, isUnderWay } = useFreshSignIn()
  const [toast, echo] = useEcho()
  const [open, setOpen] = useState(false)
  const saved = (enforced: boolean) => {
    setOpen(false)
    document.getElementById(TITLE_ID)?.focus()
    echo(<EnforcedText enforced={enforced} />)
  }
  const posted = usePostedForm(enforce, saved, run)
  const { form, whole, wrong, kept, pending, done } = posted
  const passwordFirst = asksPassword(posted)
  const [checked, setChecked] = useState(kept ? kept['enforced']?.[0] === 'on' : policy.enforced)
  const enforcing = checked && !policy.enforced
  function onSubmit(event: React.FormEvent<HTMLFormElement>) {
    if (!enforcing) return form.onSubmit(event)
    event.preventDefault()
    setOpen(true)
  }
  const confirm = () => (form.ref.current ? posted.send(new FormData(form.ref.current)) : undefined)
  return (
    <Panel aria-labelledby={TITLE_ID}>
      <form {...form} onSubmit={onSubmit} className="group/enforce">
        <PanelHead id={TITLE_ID} title={t('heading')} help={t('about', { organization: organization.name })} />
        <input type="hidden" name="orgId" value={organization.id} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-5 pb-5 max-sm:px-4">
          {whole && !passwordFirst && !open ? <RefusalBanner refusal={whole} /> : null}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Switch id="mfa-enforced" name="enforced" label={t('enforce')} state={t(checked ? 'on' : 'off')} defaultChecked={checked} onChange={({ target }) => setChecked(target.checked)} />
            {policy.since ? <span className="text-xs text-subtle">{t.rich('since', { at: () => <Instant at={policy.since ?? new Date(0)} /> })}</span> : null}
          </div>
          <Impact policy={policy} />
          {passwordFirst ? <PasswordFirst id="enforce-password" wrong={wrong} /> : null}
        </div>
        <SaveFoot busy={pending} done={done} />
      </form>
      <EnforceQuestion open={open && !asking} isUnderWay={isUnderWay} pending={pending} refusal={whole} policy={policy} organization={organization.name} onConfirm={confirm} onLeave={() => setOpen(false)} />
      {toast}
    </Panel>
  )
}
