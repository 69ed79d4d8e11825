'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/ui/field'

/** Tokens above which their number is typed: nobody changes that many by a slip. */
const TYPED_ABOVE = 10

export function needsTyping(count: number): boolean {
  return count > TYPED_ABOVE
}

type TypedCountProps = { id: string; count: number; typed: string; wrong: boolean; onType: (text: string) => void }

/** What was typed so far, and whether it is the number. */
export function useTypedCount(formId: string, count: number) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const id = `${formId}-count`
  const onType = (text: string) => {
    setTyped(text)
    setWrong(false)
  }
  /** Whether to go on; else leads to the field. */
  function check(): boolean {
    // However the thousands are set apart.
    if (!needsTyping(count) || typed.replaceAll(/\D/g, '') === String(count)) return true
    setWrong(true)
    document.getElementById(id)?.focus()
    return false
  }
  return { check, clear: () => onType(''), field: { id, count, typed, wrong, onType } }
}

export function TypedCount({ id, count, typed, wrong, onType }: TypedCountProps) {
  const t = useTranslations('acts')
  const shown = useFormatter().number(count)
  return (
    <TextField
      id={id}
      label={t.rich('type', { count: shown, b: (text) => <strong className="select-all">{text}</strong> })}
      error={wrong ? t('mistyped', { count: shown }) : null}
      value={typed}
      onChange={(event) => onType(event.target.value)}
      inputMode="numeric"
      autoComplete="off"
      required
    />
  )
}
