'use client'

import { useState } from 'react'
import { CodesDialog } from './codes/codes-dialog'
import type { RecoveryCodes } from './codes/recovery-codes'
import { Device, type DeviceProps } from './device'

/**
 * The device, and over it the recovery codes for as long as they are shown. Once they are left, what held them is
 * made anew: nothing of the page has them any more.
 */
export function Mfa(props: Omit<DeviceProps, 'onCodes'>) {
  const [codes, setCodes] = useState<RecoveryCodes | null>(null)
  const [round, setRound] = useState(0)
  function forget() {
    setCodes(null)
    setRound((before) => before + 1)
  }
  return (
    <>
      <Device key={round} {...props} onCodes={setCodes} />
      {codes ? <CodesDialog codes={codes} onForget={forget} /> : null}
    </>
  )
}
