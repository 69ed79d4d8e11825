'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { useErrorText } from '@/components/forms/use-error-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { describedBy, Field, Select, TextField } from '@/components/ui/field'
import { toasts } from '@/components/ui/toaster'
import { addTtl } from '@/lib/time'
import { REMINDER_DAYS } from '@/lib/tokens/schemas'
import type { EditFlowProps } from '../list/acts-provider'
import { useEditForm } from './use-edit-form'

/** Reminders that can be chosen, and the one that there is, even where it would be too late by now. */
function useReminders({ reminderDays, expiresAt }: EditFlowProps['token']) {
  const t = useTranslations('edit')
  const [now] = useState(() => new Date())
  const comesFirst = (days: number) => days === 0 || (expiresAt !== null && addTtl(now, { value: days, unit: 'days' }) < expiresAt)
  return [...new Set([...REMINDER_DAYS, reminderDays])]
    .toSorted((a, b) => a - b)
    .map((days) => {
      const fits = days === reminderDays || comesFirst(days)
      return { days, fits, label: days === 0 ? t('noReminder') : t(fits ? 'reminderDays' : 'reminderTooLate', { days }) }
    })
}

/** Changes what a token is called and when its user is reminded. Its secret stays. */
export function EditFlow({ token, open, onClose, edit }: EditFlowProps) {
  const t = useTranslations('edit')
  const errorText = useErrorText()
  const id = useId()
  const reminders = useReminders(token)
  const { form, submit, refusal } = useEditForm(token, edit, (name) => {
    onClose()
    toasts.add({ title: t('done', { name }) })
  })
  const { errors, isSubmitting } = form.formState
  const problem = (field: 'name' | 'description' | 'reminderDays') => {
    const message = errors[field]?.message
    return message ? errorText(message) : undefined
  }
  const reminder = { id: `${id}-reminder`, help: token.expiresAt ? undefined : t('neverExpires'), error: problem('reminderDays') }
  return (
    <Dialog
      open={open}
      onLeave={isSubmitting ? () => undefined : onClose}
      title={t('title', { name: token.name })}
      lead={t('lead')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={isSubmitting}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {refusal ? <RefusalBanner refusal={refusal} /> : null}
        <TextField {...form.register('name')} id={`${id}-name`} label={t('name')} error={problem('name')} autoComplete="off" spellCheck={false} required />
        <TextField
          {...form.register('description')}
          id={`${id}-description`}
          label={t('description')}
          optional={t('optional')}
          error={problem('description')}
          autoComplete="off"
        />
        <Field {...reminder} label={t('reminder')}>
          <Select
            {...form.register('reminderDays', { setValueAs: Number })}
            id={reminder.id}
            aria-invalid={reminder.error ? true : undefined}
            aria-describedby={describedBy(reminder)}
          >
            {reminders.map(({ days, fits, label }) => (
              <option key={days} value={days} disabled={!fits}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </form>
    </Dialog>
  )
}
