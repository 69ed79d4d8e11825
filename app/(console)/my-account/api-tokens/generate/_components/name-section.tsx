'use client'

import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { useErrorText } from '@/components/forms/use-error-text'
import { TextField } from '@/components/ui/field'
import { MAX_RAW_TEXT } from '@/lib/tokens/schemas'
import type { Values } from './form-values'
import { useFieldError } from './posted-errors'

const SIGNS = "+ - _ . ` ' : @ &"

export function NameSection() {
  const t = useTranslations('generate')
  const errorText = useErrorText()
  const { register, formState } = useFormContext<Values>()
  const [name, description] = [useFieldError('name'), useFieldError('description')]
  const typed = formState.defaultValues
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 p-5 max-sm:p-4">
      <TextField
        {...register('name')}
        id="token-name"
        label={t('name')}
        help={t.rich('nameHelp', { signs: () => <code className="whitespace-nowrap">{SIGNS}</code> })}
        error={name && errorText(name)}
        defaultValue={typed?.name}
        maxLength={MAX_RAW_TEXT}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextField
        {...register('description')}
        id="token-description"
        label={t('description')}
        optional={t('optional')}
        error={description && errorText(description)}
        defaultValue={typed?.description}
        maxLength={MAX_RAW_TEXT}
        placeholder={t('descriptionPlaceholder')}
        autoComplete="off"
      />
    </div>
  )
}
