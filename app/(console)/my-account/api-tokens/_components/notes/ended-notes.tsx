import { Ban, ClockAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import type { OwnToken } from '@/lib/tokens/own-token'
import { generateLink, Note, strong } from './note'
import { regenerableOf } from '../list/own-acts'
import { RegenerateButton } from '../regenerate/regenerate-button'

type Deactivated = NonNullable<OwnToken['deactivated']>

/** The reason as a sentence, and in quotes what the owner wrote. */
function useReason() {
  const t = useTranslations()
  return ({ reason, note }: Deactivated) => {
    const quoted = note ? t('note.quote', { text: note }) : ''
    return reason === 'other' && quoted ? quoted : [t(`reasons.${reason}`), quoted].filter(Boolean).join(' ')
  }
}

/** Who switched it off, when and why; only an owner undoes it, and until then it can't be regenerated either. */
export function DeactivatedNote({ token, deactivated, forOwner }: { token: OwnToken; deactivated: Deactivated; forOwner: boolean }) {
  const t = useTranslations('note')
  const reason = useReason()
  const { expired, expiresAt } = token
  const told = {
    b: strong,
    by: deactivated.by || t('someOwner'),
    reason: reason(deactivated),
    reader: forOwner ? 'owner' : 'other',
    at: () => <Instant at={deactivated.at} />,
  }
  return (
    <Note icon={Ban} tone="off">
      {expired && expiresAt
        ? t.rich('deactivatedAndExpired', { ...told, link: generateLink, expiredAt: () => <Instant at={expiresAt} precision="day" /> })
        : t.rich('deactivated', told)}
    </Note>
  )
}

export function ExpiredNote({ token }: { token: OwnToken }) {
  const t = useTranslations()
  const ttlText = useTtlText()
  const { ttl, expiresAt, createdAt } = token
  const regenerable = regenerableOf(token)
  return (
    <Note
      icon={ClockAlert}
      tone="ended"
      act={regenerable ? <RegenerateButton token={regenerable}>{t('note.regenerate')}</RegenerateButton> : null}
    >
      {t.rich('note.expired', {
        b: strong,
        at: () => <Instant at={expiresAt ?? createdAt} />,
        ttl: ttl ? ttlText(ttl) : t('dates.neverExpires'),
      })}
    </Note>
  )
}
