import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import type { PasscodeNeed } from '@/lib/identity/queries/find-passcode-need'
import { MFA_PATH } from './list/list-address'

const marks = { b: (text: React.ReactNode) => <strong>{text}</strong>, m: (text: React.ReactNode) => <span className="text-muted">{text}</span> }

/** Above the list where an exchange needs a passcode: that it does, or that there is no device to make one. */
export function MfaBanner({ need: { passcode, enforced }, organization }: { need: PasscodeNeed; organization: string }) {
  const t = useTranslations()
  if (passcode === 'not_needed') return null
  const missing = passcode === 'missing'
  return (
    <div className="mb-4">
      <Banner
        tone={missing ? 'info' : 'good'}
        icon={missing ? ShieldAlert : ShieldCheck}
        act={
          <ButtonLink size="small" href={MFA_PATH}>
            {missing ? t('mfa.activate') : t('passcode.manage')}
          </ButtonLink>
        }
      >
        {missing ? t.rich('passcode.bannerMissing', { organization, ...marks }) : t.rich('passcode.bannerOn', { organization, enforced: enforced ? 'yes' : 'no', ...marks })}
      </Banner>
    </div>
  )
}
