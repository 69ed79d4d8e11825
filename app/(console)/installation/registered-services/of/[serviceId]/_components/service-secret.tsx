'use client'

import { useIssued } from '@/components/secret/use-issued'
import type { IssuedCredentials } from '@/lib/oauth/commands/add-service'
import { SecretDialog } from '../../../_components/secret/secret-dialog'
import { RotateForm, type RotateFormProps } from './rotate-form'

/** The form, and over it the new secret. Once that is left, what held it is made anew: nothing of the page has it any more. */
export function ServiceSecret(props: Omit<RotateFormProps, 'onIssued'>) {
  const { issued, round, setIssued, forget } = useIssued<IssuedCredentials>()
  return (
    <>
      <RotateForm key={round} {...props} onIssued={setIssued} />
      {issued ? <SecretDialog issued={{ kind: 'rotated', ...issued }} onForget={forget} /> : null}
    </>
  )
}
