'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { controlClass, describedBy, Field } from '@/components/ui/field'
import { classNames } from '@/components/ui/class-names'

type PasswordFieldProps = { id: string; name: string; label: string; help?: string; error?: string | null | undefined; autoComplete: 'current-password' | 'new-password' }

/** A password that its owner may look at: what can be read need not be typed twice. */
export function PasswordField({ id, name, label, help, error, autoComplete }: PasswordFieldProps) {
  const t = useTranslations('forms')
  const [shown, setShown] = useState(false)
  return (
    <Field id={id} label={label} help={help} error={error}>
      <span className="relative block">
        <input
          id={id}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy({ id, help, error })}
          className={classNames(controlClass, 'pr-28', shown && 'font-mono')}
        />
        <button
          type="button"
          aria-label={t(shown ? 'hideWhat' : 'showWhat', { field: label })}
          aria-controls={id}
          onClick={() => setShown(!shown)}
          className={classNames(buttonClass({ look: 'quiet', size: 'small' }), 'absolute top-0.5 right-0.5 max-sm:min-h-9 noscript:hidden')}
        >
          {shown ? <EyeOff /> : <Eye />}
          {t(shown ? 'hidePassword' : 'showPassword')}
        </button>
      </span>
    </Field>
  )
}
