import { useTranslations } from 'next-intl'
import { isOrgRole } from '@/lib/identity/permissions'
import type { FilterNames } from '@/lib/governance/queries/find-filter-names'
import type { RoleChoices } from '@/lib/governance/queries/list-role-choices'
import { NO_TOKEN, type TokenFilter } from '@/lib/governance/token-filter'

/** What the parts of a filter are called: in the chips as in the choices. */
export function useFilterTexts() {
  const t = useTranslations('governance.filters')
  const roleName = useTranslations('roles')
  const all = useTranslations('scopes')('all')
  return {
    status: (status: NonNullable<TokenFilter['status']>) => t(status),
    violation: (kind: NonNullable<TokenFilter['violation']>) => t(({ any: 'violationAny', max: 'violationMax', idle: 'violationIdle' } as const)[kind]),
    expires: (when: NonNullable<TokenFilter['expires']>) =>
      typeof when === 'number' ? t('within', { days: when }) : t(({ never: 'neverExpires', expired: 'expired', live: 'live' } as const)[when]),
    unused: (since: NonNullable<TokenFilter['unused']>) => (since === 'ever' ? t('neverUsed') : t('unusedFor', { days: since })),
    role: (role: string, { services }: RoleChoices) => {
      if (role === 'all') return all
      if (isOrgRole(role)) return roleName(`${role}.name`)
      const found = services.flatMap(({ displayName, roles }) => roles.map((one) => ({ ...one, service: displayName }))).find(({ scope }) => scope === role)
      return found ? `${found.service}: ${found.displayName}` : role
    },
    user: (user: FilterNames['user']) => user?.name ?? t('unknownUser'),
    token: (id: string, token: FilterNames['token']) => (token ? `${token.name} …${token.lastFour}` : id === NO_TOKEN ? t('noneFound') : t('pasted')),
  }
}
