import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Panel, PanelHead } from '@/components/ui/panel'
import type { OwnMfa } from '@/lib/identity/queries/find-own-mfa'

function stateOf({ device, turnedOn, enforced }: OwnMfa): 'on' | 'off' | 'missing' | 'none' {
  if (!device) return enforced ? 'missing' : 'none'
  return turnedOn || enforced ? 'on' : 'off'
}

/** MFA has its page beside the tokens that it protects; who looks for it here is led there. */
export function MfaPanel({ mfa }: { mfa: OwnMfa }) {
  const t = useTranslations()
  return (
    <Panel aria-labelledby="mfa">
      <PanelHead
        id="mfa"
        title={t('mfa.title')}
        help={t('mfa.securityHelp', { state: stateOf(mfa) })}
        aside={<ButtonLink href="/my-account/api-tokens/mfa">{t('passcode.manage')}</ButtonLink>}
      />
    </Panel>
  )
}
