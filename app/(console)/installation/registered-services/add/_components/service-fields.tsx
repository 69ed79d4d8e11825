'use client'

import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/forms/use-error-text'
import { classNames } from '@/components/ui/class-names'
import { controlClass, describedBy, Field, TextField } from '@/components/ui/field'
import type { PostedFields } from '@/lib/platform/action'

type ServiceFieldsProps = { wrong: Record<string, string>; kept: PostedFields | null }

/** What is read by programs is typed as programs read it. */
const exactly = { autoCapitalize: 'none', autoCorrect: 'off', autoComplete: 'off', spellCheck: false } as const

export function ServiceFields({ wrong, kept }: ServiceFieldsProps) {
  const t = useTranslations('services')
  const errorText = useErrorText()
  const error = (name: string) => wrong[name] && errorText(wrong[name])
  const before = (name: string) => kept?.[name]?.[0] ?? ''
  const roles = { id: 'roles', help: t('rolesHelp'), error: error('roles') }
  return (
    <>
      <TextField {...exactly} id="id" name="id" label={t('clientId')} help={t('clientIdHelp')} error={error('id')} defaultValue={before('id')} required className="max-w-[24rem] font-mono" />
      <TextField id="displayName" name="displayName" label={t('name')} help={t('nameHelp')} error={error('displayName')} defaultValue={before('displayName')} autoComplete="off" required className="max-w-[24rem]" />
      <Field {...roles} label={t('roles')} optional={t('optional')}>
        <textarea
          {...exactly}
          id={roles.id}
          name="roles"
          rows={4}
          placeholder={'reader:Reader\nstock_keeper:Stock keeper'}
          defaultValue={before('roles')}
          aria-invalid={roles.error ? true : undefined}
          aria-describedby={describedBy(roles)}
          className={classNames(controlClass, 'field-sizing-content max-h-80 min-h-24 font-mono')}
        />
      </Field>
    </>
  )
}
