'use client'

import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { useErrorText } from '@/components/forms/use-error-text'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

type Create = PostedAction<never, Record<string, string>>

const ROOMY = 'min-h-9 max-sm:min-h-11'

/** A form of the server's, like signing in: it needs no JavaScript. */
export function SetupForm({ create }: { create: Create }) {
  const t = useTranslations('setup')
  const errorText = useErrorText()
  const { form, whole, wrong, kept, pending } = usePostedForm(create)
  const field = (name: 'organization' | 'firstName' | 'lastName' | 'email' | 'password') => ({
    id: name,
    name,
    label: t(name),
    error: wrong[name] && errorText(wrong[name]),
    defaultValue: kept?.[name] ?? '',
    required: true,
    className: ROOMY,
  })
  return (
    <form {...form} className="grid gap-4">
      {whole ? <RefusalBanner refusal={whole} /> : null}
      <TextField {...field('organization')} autoComplete="organization" help={t('organizationHelp')} />
      <div className="grid grid-cols-2 items-start gap-3 max-sm:grid-cols-1 max-sm:gap-4">
        <TextField {...field('firstName')} autoComplete="given-name" />
        <TextField {...field('lastName')} autoComplete="family-name" />
      </div>
      <TextField {...field('email')} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
      <TextField {...field('password')} type="password" autoComplete="new-password" help={t('passwordHelp')} />
      <Button type="submit" look="primary" busy={pending} className={ROOMY}>
        {t('submit')}
      </Button>
    </form>
  )
}
