import { useTranslations } from 'next-intl'
import { FilterChip } from '@/components/ui/filter-chip'
import { listAddress, type ListPlace } from '@/lib/governance/list-address'
import type { FilterNames } from '@/lib/governance/queries/find-filter-names'
import type { RoleChoices } from '@/lib/governance/queries/list-role-choices'
import type { TokenFilter } from '@/lib/governance/token-filter'
import { useFilterTexts } from './use-filter-texts'

export type ChipsProps = { place: ListPlace; names: FilterNames; roles: RoleChoices }

/** The active filters by name, in the order of the address. */
function useActive({ place: { filter }, names, roles }: ChipsProps): { name: Exclude<keyof TokenFilter, 'search'> | 'search'; value: string }[] {
  const text = useFilterTexts()
  const { search, token, status, violation, user, role, expires, unused } = filter
  const values = {
    search,
    token: token === null ? '' : text.token(token, names.token),
    status: status === null ? '' : text.status(status),
    violation: violation === null ? '' : text.violation(violation),
    user: user === null ? '' : text.user(names.user),
    role: role === null ? '' : text.role(role, roles),
    expires: expires === null ? '' : text.expires(expires),
    unused: unused === null ? '' : text.unused(unused),
  }
  return (Object.keys(values) as (keyof typeof values)[]).map((name) => ({ name, value: values[name] })).filter(({ value }) => value !== '')
}

/** What narrows the list, each with the way to be rid of it; as items of a list. */
export function Chips(props: ChipsProps) {
  const t = useTranslations('governance.filters')
  const { filter, sort, size } = props.place
  return useActive(props).map(({ name, value }) => (
    <FilterChip
      key={name}
      name={t(name)}
      value={value}
      remove={t('remove', { name: t(name) })}
      without={listAddress({ filter: { ...filter, [name]: name === 'search' ? '' : null }, sort, size })}
    />
  ))
}
