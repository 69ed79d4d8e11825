'use client'

import { useIssued } from '@/components/secret/use-issued'
import { CodesDialog } from './codes/codes-dialog'
import type { RecoveryCodes } from './codes/recovery-codes'
import { Device, type DeviceProps } from './device'

/**
 * The device, and over it the recovery codes for as long as they are shown. Once they are left, what held them is
 * made anew: nothing of the page has them any more.
 */
export function Mfa(props: Omit<DeviceProps, 'onCodes'>) {
  const { issued: codes, round, setIssued: setCodes, forget } = useIssued<RecoveryCodes>()
  return (
    <>
      <Device key={round} {...props} onCodes={setCodes} />
      {codes ? <CodesDialog codes={codes} onForget={forget} /> : null}
    </>
  )
}
