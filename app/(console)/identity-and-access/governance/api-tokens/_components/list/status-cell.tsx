import { Ban, Circle, CircleCheck, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ShortDay } from '@/components/tokens/instant'
import { Badge } from '@/components/ui/badge'
import type { GovernedToken } from '@/lib/governance/governed-token'

/** The switch alone, with who set it and when; whether a token has expired is told under Expires. */
export function StatusCell({ token: { revokedAt, deactivated, expired }, now }: { token: GovernedToken; now: Date }) {
  const t = useTranslations('governance.table')
  if (revokedAt) {
    return (
      <Lines second={<ShortDay at={revokedAt} now={now} />}>
        <Badge tone="gone" icon={CircleX}>
          {t('revoked')}
        </Badge>
      </Lines>
    )
  }
  if (deactivated) {
    return (
      <Lines second={t.rich('byOn', { by: deactivated.by || t('someOwner'), date: () => <ShortDay at={deactivated.at} now={now} /> })}>
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
