'use client'

import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/forms/use-error-text'
import { TextField } from '@/components/ui/field'

/** `new`: of the device that is being activated; `app`: of the device; `any`: of the device, or a recovery code. */
type Kind = 'new' | 'app' | 'any'

const TEXTS = { new: ['newCode', 'newCodeHelp'], app: ['appCode', 'appCodeHelp'], any: ['code', 'codeHelp'] } as const

type CodeFieldProps = { id: string; kind: Kind; wrong: Record<string, string> }

/** A one-time code. As many characters as one likes may be typed: apps show codes with a space in them. */
export function CodeField({ id, kind, wrong }: CodeFieldProps) {
  const t = useTranslations('mfa')
  const errorText = useErrorText()
  const [label, help] = TEXTS[kind]
  return (
    <TextField
      id={id}
      name="code"
      label={t(label)}
      help={t(help)}
      error={wrong['code'] && errorText(wrong['code'])}
      autoComplete="one-time-code"
      inputMode={kind === 'any' ? 'text' : 'numeric'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
      className={kind === 'any' ? 'max-w-[16rem] font-mono' : 'max-w-[10rem] font-mono'}
    />
  )
}
