import { ShieldAlert } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { Banner } from '@/components/ui/banner'
import { PageHead } from '@/components/ui/page-head'
import { drawQrCode } from '@/lib/identity/qr-code'
import { findOwnMfa } from '@/lib/identity/queries/find-own-mfa'
import { findOwnAccount } from '@/lib/identity/queries/own-account'
import { requireUser } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { LIST_PATH } from '../_components/list/list-address'
import { About } from './_components/about'
import { readAsked } from './_components/asked'
import { Mfa } from './_components/mfa'
import { confirmDeviceAction, deactivateDeviceAction, renewCodesAction, startDeviceAction, turnOffAction, turnOnAction } from './actions'

const actions = { start: startDeviceAction, confirm: confirmDeviceAction, renew: renewCodesAction, turnOn: turnOnAction, turnOff: turnOffAction, deactivate: deactivateDeviceAction }

export default async function MfaPage({ searchParams }: PageProps<'/my-account/api-tokens/mfa'>) {
  const [user, { ask }] = await Promise.all([requireUser(), searchParams])
  const [{ pending, ...mfa }, { hasPassword }, t, format] = await Promise.all([findOwnMfa(user), findOwnAccount(user), getTranslations(), getFormatter()])
  // A session left open at a desk is not shown the key that its owner will trust.
  const shown = pending && user.signedInRecently ? { secret: pending.secret, qr: drawQrCode(pending.uri) } : null
  const names = format.list(mfa.enforcedBy, { type: 'conjunction' })
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.myAccount') }, { label: t('nav.apiTokens'), path: LIST_PATH }, { label: t('nav.mfa') }]} />
      <PageHead title={t('mfa.title')} lead={t('mfa.lead')} />
      <ClientMessages parts={['shell', 'problem', 'errors', 'forms', 'signInAgain', 'generated', 'copyCommand', 'mfa']}>
        <div className="grid max-w-[40rem] grid-cols-[minmax(0,1fr)] gap-4">
          {mfa.enforced && !mfa.device ? (
            <Banner tone="info" icon={ShieldAlert}>
              {t.rich('mfa.requiredBy', { count: mfa.enforcedBy.length, names, b: (text) => <strong>{text}</strong> })}
            </Banner>
          ) : null}
          <Mfa mfa={mfa} pending={shown} hasPassword={hasPassword} asked={readAsked(ask)} actions={actions} />
          <About publicUrl={env().publicUrl} />
        </div>
      </ClientMessages>
    </>
  )
}
