import { Ban, Circle, CircleCheck, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import { Badge } from '@/components/ui/badge'
import type { GovernedToken } from '@/lib/governance/governed-token'

/** The switch alone, with who set it and when; whether a token has expired is told under Expires. */
export function StatusCell({ token: { revokedAt, deactivated, expired } }: { token: GovernedToken }) {
  const t = useTranslations('governance.table')
  if (revokedAt) {
    return (
      <Lines second={<Instant at={revokedAt} precision="day" />}>
        <Badge tone="gone" icon={CircleX}>
          {t('revoked')}
        </Badge>
      </Lines>
    )
  }
  if (deactivated) {
    return (
      <Lines second={t.rich('byOn', { by: deactivated.by || t('someOwner'), date: () => <Instant at={deactivated.at} precision="day" /> })}>
        <Badge tone="off" icon={Ban}>
          {t('deactivated')}
        </Badge>
      </Lines>
    )
  }
  return (
    <Badge tone={expired ? 'idle' : 'ok'} icon={expired ? Circle : CircleCheck} title={expired ? t('withoutEffect') : undefined}>
      {t('activated')}
      {expired ? <span className="sr-only">, {t('withoutEffect')}</span> : null}
    </Badge>
  )
}

function Lines({ second, children }: { second: React.ReactNode; children: React.ReactNode }) {
  return (
    <span className="grid justify-items-start gap-px">
      {children}
      <span className="text-xs text-pretty text-subtle wrap-anywhere">{second}</span>
    </span>
  )
}
