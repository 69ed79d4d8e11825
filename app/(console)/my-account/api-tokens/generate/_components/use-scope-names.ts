'use client'

import { useTranslations } from 'next-intl'
import type { ScopeChoices } from '@/lib/tokens/queries/list-scope-choices'
import type { Values } from './form-values'

export type ScopeNames = (values: Pick<Values, 'scope' | 'roles' | 'openId'>) => string[]

/** The names of the chosen scopes, in the order in which the form offers them. */
export function useScopeNames({ orgRoles, services }: ScopeChoices): ScopeNames {
  const t = useTranslations()
  const known: { scope: string; name: string }[] = [
    ...orgRoles.map(({ role }) => ({ scope: role, name: t(`roles.${role}.name`) })),
    ...services.flatMap(({ roles }) => roles.map(({ scope, displayName }) => ({ scope, name: displayName }))),
  ]
  return ({ scope, roles }) =>
    scope === 'all' ? [t('generate.allRoles')] : known.filter((one) => roles.includes(one.scope)).map(({ name }) => name)
}
