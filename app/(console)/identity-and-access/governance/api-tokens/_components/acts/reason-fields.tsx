'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Refusal } from '@/components/forms/call-action'
import { useErrorText } from '@/components/forms/use-error-text'
import { classNames } from '@/components/ui/class-names'
import { controlClass, describedBy, Field, Select } from '@/components/ui/field'
import type { PostedFields } from '@/lib/platform/action'
import { DEACTIVATION_REASONS, type DeactivationReason } from '@/lib/tokens/deactivation-reason'

/** What the fields hold. None chosen is for the server to refuse, as everything else. */
export function readReason(form: FormData): { reason: DeactivationReason; note: string } {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { reason: text('reason') as DeactivationReason, note: text('note') }
}

type ReasonFieldsProps = {
  id: string
  refusal: Refusal | null
  /** What was typed, where only the server knows it. */
  kept?: PostedFields | null
}

/** Why, from a list, and in the owner's own words. A refused field is said to be so until it is changed. */
export function ReasonFields({ id, refusal, kept }: ReasonFieldsProps) {
  const t = useTranslations('acts')
  const errorText = useErrorText()
  const [mended, setMended] = useState<{ of: Refusal | null; names: string[] }>({ of: null, names: [] })
  const wrong = (name: string) => {
    const code = refusal?.fields[name]
    return code && !(mended.of === refusal && mended.names.includes(name)) ? errorText(code) : null
  }
  const mend = (name: string) => setMended({ of: refusal, names: mended.of === refusal ? [...mended.names, name] : [name] })
  const reason = { id: `${id}-reason`, error: wrong('reason') }
  const note = { id: `${id}-note`, error: wrong('note'), help: t('noteHelp') }
  useEffect(() => {
    const first = ['reason', 'note'].find((name) => refusal?.fields[name])
    if (first) document.getElementById(`${id}-${first}`)?.focus()
  }, [id, refusal])
  return (
    <>
      <Field {...reason} label={t('reason')}>
        <Select id={reason.id} name="reason" defaultValue={kept?.['reason']?.[0] ?? ''} required aria-invalid={reason.error ? true : undefined} aria-describedby={describedBy(reason)} onChange={() => mend('reason')}>
          <option value="" disabled>
            {t('chooseReason')}
          </option>
          {DEACTIVATION_REASONS.map((code) => (
            <option key={code} value={code}>
              {t(`reasons.${code}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field {...note} label={t('note')} optional={t('optional')}>
        <textarea
          id={note.id}
          name="note"
          rows={3}
          defaultValue={kept?.['note']?.[0] ?? ''}
          aria-invalid={note.error ? true : undefined}
          aria-describedby={describedBy(note)}
          onChange={() => mend('note')}
          className={classNames(controlClass, 'field-sizing-content max-h-40 min-h-16')}
        />
      </Field>
    </>
  )
}
