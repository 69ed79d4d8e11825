import type { Tx } from '../../platform/transaction'

/** A device as it is once nobody else can change it. */
export type LockedDevice = {
  name: string
  encryptedSecret: Uint8Array
  createdAt: Date
  activatedAt: Date | null
  turnedOn: boolean
  lastStep: number | null
}

const DEVICE = { name: true, encryptedSecret: true, createdAt: true, activatedAt: true, turnedOn: true, lastStep: true } as const

/** The person's device, locked until the transaction ends; null where there is none. */
export async function lockMfaDevice(tx: Tx, userId: string): Promise<LockedDevice | null> {
  await tx.$queryRaw`SELECT 1 FROM mfa_device WHERE user_id = ${userId}::uuid FOR UPDATE`
  return tx.mfaDevice.findUnique({ where: { userId }, select: DEVICE })
}

/** The person's device, locked, if it is active. */
export async function lockActiveDevice(tx: Tx, userId: string): Promise<(LockedDevice & { activatedAt: Date }) | null> {
  const device = await lockMfaDevice(tx, userId)
  return device?.activatedAt ? { ...device, activatedAt: device.activatedAt } : null
}
