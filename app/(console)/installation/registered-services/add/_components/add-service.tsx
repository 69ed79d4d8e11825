'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useFreshSignIn } from '@/components/forms/fresh-sign-in'
import { asksPassword, PasswordFirst } from '@/components/forms/password-first'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { SubmitFoot } from '@/components/forms/submit-foot'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { useIssued } from '@/components/secret/use-issued'
import { Panel } from '@/components/ui/panel'
import type { IssuedCredentials } from '@/lib/oauth/commands/add-service'
import { SecretAnswer } from '../../_components/secret/secret-answer'
import { SecretDialog } from '../../_components/secret/secret-dialog'
import { SERVICES_PATH } from '../../_components/services-address'
import { ServiceFields } from './service-fields'

type AddProps = { add: PostedAction<IssuedCredentials> }

function AddForm({ add, onIssued }: AddProps & { onIssued: (issued: IssuedCredentials) => void }) {
  const t = useTranslations('services')
  const { run } = useFreshSignIn()
  const posted = usePostedForm(add, onIssued, run)
  const { form, answer, whole, wrong, kept, sent, pending } = posted
  if (answer?.ok && !sent) return <SecretAnswer issued={{ kind: 'added', ...answer.value }} />
  const passwordFirst = asksPassword(posted)
  return (
    <Panel>
      <form {...form}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 p-5 max-sm:p-4">
          {whole && !passwordFirst ? <RefusalBanner refusal={whole} /> : null}
          <ServiceFields wrong={wrong} kept={kept} />
          {passwordFirst ? <PasswordFirst id="add-password" wrong={wrong} /> : null}
        </div>
        <SubmitFoot busy={pending} act={t('add')} cancel={{ href: SERVICES_PATH, text: t('cancel') }} />
      </form>
    </Panel>
  )
}

/** The form, and over it the secret; once that is left there is nothing more to do here. */
export function AddService({ add }: AddProps) {
  const router = useRouter()
  const { issued, round, setIssued, forget } = useIssued<IssuedCredentials>()
  function leave() {
    forget()
    router.replace(SERVICES_PATH)
  }
  return (
    <>
      <AddForm key={round} add={add} onIssued={setIssued} />
      {issued ? <SecretDialog issued={{ kind: 'added', ...issued }} onForget={leave} /> : null}
    </>
  )
}
