import { Ban, CircleCheck, CircleX, ClockAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

type Facts = { revoked: boolean; expired: boolean; deactivated: boolean }

/** The labels beside a name: each fact its own, in its own shape; a token without any is activated. */
export function StatusBadges({ revoked, expired, deactivated }: Facts) {
  const t = useTranslations('status')
  if (revoked) {
    return (
      <Badge tone="gone" icon={CircleX}>
        {t('revoked')}
      </Badge>
    )
  }
  return (
    <>
      {deactivated ? (
        <Badge tone="off" icon={Ban}>
          {t('deactivated')}
        </Badge>
      ) : null}
      {expired ? (
        <Badge tone="ended" icon={ClockAlert}>
          {t('expired')}
        </Badge>
      ) : null}
      {!deactivated && !expired ? (
        <Badge tone="ok" icon={CircleCheck}>
          {t('activated')}
        </Badge>
      ) : null}
    </>
  )
}
