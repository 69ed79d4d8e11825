'use client'

import { useEffect, useRef } from 'react'
import { useFreshSignIn } from '@/components/forms/fresh-sign-in'
import { asksPassword } from '@/components/forms/password-first'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import type { OwnMfa } from '@/lib/identity/queries/find-own-mfa'
import type { QrCode } from '@/lib/identity/qr-code'
import { ActivatedDevice } from './activated-device'
import { CodesAnswer } from './codes/codes-answer'
import type { RecoveryCodes } from './codes/recovery-codes'
import { ConfirmForm } from './confirm-form'
import type { Asked } from './asked'
import { DEVICE_TITLE_ID } from './device-title'
import { StartForm } from './start-form'

export type MfaActions = {
  start: PostedAction<void>
  confirm: PostedAction<string[]>
  renew: PostedAction<string[]>
  turnOn: PostedAction<void>
  turnOff: PostedAction<void>
  deactivate: PostedAction<void>
}

export type DeviceProps = {
  mfa: Omit<OwnMfa, 'pending'>
  /** What the authenticator app is to be told, while a device waits for its first code. */
  pending: { secret: string; qr: QrCode } | null
  hasPassword: boolean
  asked: Asked | null
  actions: MfaActions
  onCodes: (codes: RecoveryCodes) => void
}

/** Where one panel gives way to another, the focus would be lost with the button that had it. */
function useFocusOnTitle(stage: 'none' | 'pending' | 'active') {
  const before = useRef(stage)
  useEffect(() => {
    if (before.current === stage) return
    before.current = stage
    // The recovery codes, which come with an active device, take it to themselves.
    if (stage !== 'active') document.getElementById(DEVICE_TITLE_ID)?.focus()
  }, [stage])
}

/** The device in whichever of its three states; the forms that lead from one to the next are held here, and outlive it. */
export function Device({ mfa, pending, hasPassword, asked, actions, onCodes }: DeviceProps) {
  const { run } = useFreshSignIn()
  const start = usePostedForm(actions.start, undefined, run)
  const confirm = usePostedForm(actions.confirm, (codes) => onCodes({ kind: 'activated', codes }), run)
  useFocusOnTitle(mfa.device ? 'active' : pending ? 'pending' : 'none')
  // Posted before JavaScript: the page itself is the answer.
  if (confirm.answer?.ok && !confirm.sent) return <CodesAnswer codes={{ kind: 'activated', codes: confirm.answer.value }} />
  if (mfa.device) return <ActivatedDevice mfa={mfa} device={mfa.device} hasPassword={hasPassword} asked={asked} actions={actions} onCodes={onCodes} />
  if (pending) return <ConfirmForm {...pending} posted={confirm} />
  return <StartForm posted={start} passwordFirst={asksPassword(start) || asksPassword(confirm)} />
}
