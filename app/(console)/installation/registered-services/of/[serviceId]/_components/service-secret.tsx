'use client'

import { useState } from 'react'
import type { IssuedCredentials } from '@/lib/oauth/commands/add-service'
import { SecretDialog } from '../../../_components/secret/secret-dialog'
import { RotateForm, type RotateFormProps } from './rotate-form'

/** The form, and over it the new secret. Once that is left, what held it is made anew: nothing of the page has it any more. */
export function ServiceSecret(props: Omit<RotateFormProps, 'onIssued'>) {
  const [issued, setIssued] = useState<IssuedCredentials | null>(null)
  const [round, setRound] = useState(0)
  function forget() {
    setIssued(null)
    setRound((before) => before + 1)
  }
  return (
    <>
      <RotateForm key={round} {...props} onIssued={setIssued} />
      {issued ? <SecretDialog issued={{ kind: 'rotated', ...issued }} onForget={forget} /> : null}
    </>
  )
}
