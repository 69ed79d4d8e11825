'use client'

import { useTranslations } from 'next-intl'
import { useFreshSignIn } from '@/components/forms/fresh-sign-in'
import { asksPassword, PasswordFirst } from '@/components/forms/password-first'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { SubmitFoot } from '@/components/forms/submit-foot'
import { useErrorText } from '@/components/forms/use-error-text'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { TextField } from '@/components/ui/field'
import { Panel, PanelHead } from '@/components/ui/panel'

const TITLE_ID = 'remove-service'

/** The client id is typed for it: what is taken from everybody is not given back. */
export function RemoveService({ remove, id }: { remove: PostedAction<void>; id: string }) {
  const t = useTranslations('services')
  const errorText = useErrorText()
  const { run } = useFreshSignIn()
  const posted = usePostedForm(remove, undefined, run)
  const { form, whole, wrong, kept, pending } = posted
  const passwordFirst = asksPassword(posted)
  return (
    <Panel aria-labelledby={TITLE_ID}>
      <form {...form}>
        <PanelHead id={TITLE_ID} title={t('removeHeading')} help={t.rich('removeText', { b: (text) => <strong>{text}</strong> })} />
        <input type="hidden" name="id" value={id} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-5 pb-5 max-sm:px-4">
          {whole && !passwordFirst ? <RefusalBanner refusal={whole} /> : null}
          <TextField
            id="typed"
            name="typed"
            label={t.rich('type', { id: () => <code className="wrap-anywhere select-all">{id}</code> })}
            error={wrong['typed'] && errorText(wrong['typed'])}
            defaultValue={kept?.['typed']?.[0] ?? ''}
            autoCapitalize="none"
            autoCorrect="off"
            autoComplete="off"
            spellCheck={false}
            required
            className="max-w-[24rem] font-mono"
          />
          {passwordFirst ? <PasswordFirst id="remove-password" wrong={wrong} /> : null}
        </div>
        <SubmitFoot look="danger" busy={pending} act={t('remove')} />
      </form>
    </Panel>
  )
}
