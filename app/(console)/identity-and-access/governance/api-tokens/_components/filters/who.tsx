import { UserSearch } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { linkClass } from '@/components/ui/link'
import type { ListPlace } from '@/lib/governance/list-address'
import type { FoundMember } from '@/lib/identity/queries/search-members'
import { PlaceLink } from '../place-link'

/** As many as are looked up: there may be more. */
const MANY = 10

export type WhoProps = { text: string; users: FoundMember[]; place: ListPlace }

/** Whom a typed name may mean, where that is not just one. */
export function Who({ text, users, place: { filter, sort, size } }: WhoProps) {
  const t = useTranslations('governance.filters')
  if (users.length === 0) {
    return (
      <Banner tone="plain" icon={UserSearch} role="status">
        {t('whoNone', { text })}
      </Banner>
    )
  }
  return (
    <Banner tone="plain" icon={UserSearch} role="status">
      <p>{users.length >= MANY ? t('whoMore', { count: MANY, text }) : t('whoSeveral', { count: users.length, text })}</p>
      <ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
        {users.map(({ id, name, email }) => (
          <li key={id} className="flex min-h-7 flex-wrap items-center gap-x-2 max-sm:min-h-9">
            <PlaceLink place={{ filter: { ...filter, user: id }, sort, size }} className={linkClass}>
              {name}
            </PlaceLink>
            <span className="text-xs text-subtle">{email}</span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
