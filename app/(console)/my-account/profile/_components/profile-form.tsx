'use client'

import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { SavedText, SaveFoot } from '@/components/forms/saved'
import { useEcho } from '@/components/forms/use-echo'
import { useErrorText } from '@/components/forms/use-error-text'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Instant } from '@/components/tokens/instant'
import { TextField } from '@/components/ui/field'
import { Panel, PanelHead } from '@/components/ui/panel'

type Person = { firstName: string; lastName: string; email: string }
type ProfileFormProps = { update: PostedAction<void>; person: Person; since: Date }

const NAMES = [
  { name: 'firstName', autoComplete: 'given-name' },
  { name: 'lastName', autoComplete: 'family-name' },
] as const

export function ProfileForm({ update, person, since }: ProfileFormProps) {
  const t = useTranslations('profile')
  const errorText = useErrorText()
  const [toast, echo] = useEcho()
  const { form, whole, wrong, kept, done, pending } = usePostedForm(update, () => echo(<SavedText />))
  return (
    <Panel aria-labelledby="person">
      <form {...form}>
        <PanelHead id="person" title={t('person')} aside={<span className="text-subtle">{t.rich('since', { date: () => <Instant at={since} precision="day" /> })}</span>} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 px-5 pb-5 max-sm:px-4">
          {whole ? <RefusalBanner refusal={whole} /> : null}
          <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1 max-sm:gap-5">
            {NAMES.map(({ name, autoComplete }) => (
              <TextField
                key={name}
                id={name}
                name={name}
                label={t(name)}
                error={wrong[name] && errorText(wrong[name])}
                defaultValue={kept?.[name]?.[0] ?? person[name]}
                autoComplete={autoComplete}
                spellCheck={false}
                required
              />
            ))}
          </div>
          <TextField
            id="email"
            type="email"
            label={t('email')}
            help={t('emailHelp')}
            defaultValue={person.email}
            readOnly
            className="truncate border-transparent! bg-surface-sunken! text-muted"
          />
        </div>
        <SaveFoot busy={pending} done={done} />
      </form>
      {toast}
    </Panel>
  )
}
