import { IdCard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { OwnToken } from '@/lib/tokens/own-token'
import { generateLink, Note, strong } from './note'

/** Its user holds none of its roles any more: an exchange is refused, although the token itself is good. */
export function PowerlessNote({ token, forOwner }: { token: OwnToken; forOwner: boolean }) {
  const t = useTranslations('note')
  return (
    <Note icon={IdCard} tone="ended">
      {t.rich('powerless', { b: strong, link: generateLink, count: token.lostScopes.length, reader: forOwner ? 'owner' : 'other' })}
    </Note>
  )
}
