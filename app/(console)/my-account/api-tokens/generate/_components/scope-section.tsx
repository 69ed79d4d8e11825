'use client'

import { useTranslations } from 'next-intl'
import { useController, useFormContext } from 'react-hook-form'
import { useErrorText } from '@/components/forms/use-error-text'
import { Check } from '@/components/ui/check'
import { ErrorText } from '@/components/ui/field'
import { Preset } from '@/components/ui/preset'
import type { ScopeChoices } from '@/lib/tokens/queries/list-scope-choices'
import type { Values } from './form-values'
import { useFieldError } from './posted-errors'
import { RoleGroup, type RoleChoice } from './role-group'
import { Section } from './section'

/** The roles of the form, as names with a line of explanation. */
function useRoleGroups({ orgRoles, services }: ScopeChoices): { id: string; title: string; roles: RoleChoice[] }[] {
  const t = useTranslations()
  const organization = orgRoles.map(({ role, held }) => ({ scope: role, held, name: t(`roles.${role}.name`), about: t(`roles.${role}.about`) }))
  return [
    { id: 'organization', title: t('generate.orgRoles'), roles: organization },
    ...services.map(({ id, displayName, roles }) => ({
      id,
      title: t('generate.serviceRoles', { service: displayName }),
      roles: roles.map(({ scope, held, displayName: name }) => ({ scope, held, name, about: <code>{scope}</code> })),
    })),
  ]
}

export function ScopeSection({ choices }: { choices: ScopeChoices }) {
  const t = useTranslations('generate')
  const errorText = useErrorText()
  const { control, register, formState } = useFormContext<Values>()
  const scope = useController({ control, name: 'scope' }).field
  const {
    field: { ref: rolesRef, value: chosen, onChange: choose },
  } = useController({ control, name: 'roles' })
  const groups = useRoleGroups(choices)
  const all = scope.value === 'all'
  const error = useFieldError('roles')
  const toggle = (role: string, on: boolean) => choose(on ? [...chosen, role] : chosen.filter((one) => one !== role))
  return (
    <Section id="scope-title" title={t('scopes')} help={t('scopesHelp')}>
      <div role="radiogroup" aria-label={t('scopeChoice')} className="flex flex-wrap gap-1.5">
        <Preset name="scope" value="chosen" checked={!all} onChange={() => scope.onChange('chosen')}>
          {t('chooseRoles')}
        </Preset>
        <Preset name="scope" value="all" checked={all} onChange={() => scope.onChange('all')}>
          {t('allRoles')}
        </Preset>
      </div>
      {all ? <p className="text-pretty text-muted">{t('allRolesHelp')}</p> : null}
      {/* Without JavaScript they stay in sight: it could not bring them back. */}
      <div
        ref={rolesRef}
        tabIndex={-1}
        role="group"
        aria-labelledby="scope-title"
        aria-describedby={error ? 'roles-error' : undefined}
        className={`${all ? 'hidden noscript:grid' : 'grid'} grid-cols-[minmax(0,1fr)] gap-2 outline-none`}
      >
        <div className="rounded-control border border-line">
          {groups.map((group, index) => (
            <RoleGroup key={group.id} {...group} chosen={chosen} onToggle={toggle} startsOpen={index < 2} />
          ))}
        </div>
        {error ? <ErrorText id="roles-error">{errorText(error)}</ErrorText> : null}
      </div>
      <Check {...register('openId')} defaultChecked={formState.defaultValues?.openId} id="open-id" label={t('openId')} help={t('openIdHelp')} />
    </Section>
  )
}
