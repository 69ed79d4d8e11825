'use client'

import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { useErrorText } from '@/components/forms/use-error-text'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

type SignIn = PostedAction<never, Record<string, string>>

const ROOMY = 'min-h-9 max-sm:min-h-11'

/** A form of the server's: it signs in before JavaScript has loaded, and without it. */
export function SignInForm({ signIn, next }: { signIn: SignIn; next: string }) {
  const t = useTranslations('signIn')
  const errorText = useErrorText()
  const { form, whole, wrong, kept, pending } = usePostedForm(signIn)
  const error = (name: string) => wrong[name] && errorText(wrong[name])
  return (
    <form {...form} className="grid gap-4">
      {whole ? <RefusalBanner refusal={whole} /> : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('email')}
        error={error('email')}
        autoComplete="username"
        placeholder={t('emailPlaceholder')}
        defaultValue={kept?.['email'] ?? ''}
        autoCapitalize="none"
        spellCheck={false}
        required
        className={ROOMY}
      />
      <TextField id="password" name="password" type="password" label={t('password')} error={error('password')} autoComplete="current-password" required className={ROOMY} />
      <Button type="submit" look="primary" busy={pending} className={ROOMY}>
        {t('submit')}
      </Button>
    </form>
  )
}
