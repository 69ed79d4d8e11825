import { Ban, Circle, CircleCheck, CircleX, ClockAlert, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

type Facts = {
  revoked: boolean
  expired: boolean
  deactivated: boolean
  /** Its roles are all lost: activated is true, but without effect. */
  powerless: boolean
  /** How many limits it breaks. */
  violations: number
}

/** The labels beside a name: each fact its own, in its own shape; a token that nobody ended is activated. */
export function StatusBadges({ revoked, expired, deactivated, powerless, violations }: Facts) {
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
        <Badge tone={powerless ? 'idle' : 'ok'} icon={powerless ? Circle : CircleCheck}>
          {t('activated')}
        </Badge>
      ) : null}
      {violations > 0 ? (
        <Badge tone="warn" icon={TriangleAlert}>
          {t('violations', { count: violations })}
        </Badge>
      ) : null}
    </>
  )
}
