'use client'

import { useTranslations } from 'next-intl'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useErrorText } from '@/components/forms/use-error-text'
import { describedBy, Field, Select } from '@/components/ui/field'
import { REMINDER_DAYS } from '@/lib/tokens/schemas'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import { tryTtl } from '@/lib/tokens/token-ttl'
import { fittingReminder, ttlOf, type Values } from './form-values'
import { useFieldError } from './posted-errors'

const ID = 'token-reminder'

/** Offers the reminders that come before the expiry; what was wished for comes back when it fits again. */
export function ReminderField({ limit, now }: { limit: TtlLimit | null; now: Date }) {
  const t = useTranslations('generate')
  const errorText = useErrorText()
  const { control } = useFormContext<Values>()
  const {
    field: { ref, name, value, onChange, onBlur },
  } = useController({ control, name: 'reminderDays' })
  const problem = useFieldError('reminderDays')
  const [ttlValue, ttlUnit] = useWatch({ control, name: ['ttlValue', 'ttlUnit'] })
  const issued = tryTtl(ttlOf({ ttlValue, ttlUnit }), limit, now)
  const error = problem && errorText(problem)
  const fits = (days: Values['reminderDays']) => fittingReminder(days, issued, now) === days
  const says = (days: Values['reminderDays']) => (days === 0 ? t('noReminder') : t(fits(days) ? 'reminderDays' : 'reminderTooEarly', { days }))
  const choose = (text: string) => onChange(REMINDER_DAYS.find((days) => String(days) === text) ?? 0)
  return (
    <Field id={ID} label={t('reminder')} error={error} className="max-w-[20rem]">
      <Select
        ref={ref}
        id={ID}
        name={name}
        value={fittingReminder(value, issued, now)}
        onChange={(event) => choose(event.target.value)}
        onBlur={onBlur}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id: ID, error })}
      >
        {REMINDER_DAYS.map((days) => (
          <option key={days} value={days} disabled={!fits(days)}>
            {says(days)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
