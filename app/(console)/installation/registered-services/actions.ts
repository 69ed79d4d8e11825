'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { renewWithPassword } from '@/lib/identity/commands/renew-sign-in'
import { addService } from '@/lib/oauth/commands/add-service'
import { removeService } from '@/lib/oauth/commands/remove-service'
import { rotateServiceSecret } from '@/lib/oauth/commands/rotate-service-secret'
import { postedRemoveSchema, postedRotateSchema, postedServiceSchema } from '@/lib/oauth/posted-service'
import { formAction } from '@/lib/platform/action'
import type { SessionContext } from '@/lib/platform/context'
import { requireRecentSignIn } from '@/lib/platform/recent-sign-in'
import { requireInstallationOwner } from '@/lib/platform/roles'
import { SERVICES_PATH } from './_components/services-address'

/** An owner of the installation who has signed in just now, be it by the password that came with the form. */
async function requireOperator(ctx: SessionContext, password: string | undefined) {
  requireInstallationOwner(ctx)
  return requireRecentSignIn(requireInstallationOwner(await renewWithPassword(ctx, password)))
}

export const addServiceAction = formAction(postedServiceSchema, ['id', 'displayName', 'roles'], async (ctx, { password, ...service }) => {
  return addService(await requireOperator(ctx, password), service)
})

export const rotateSecretAction = formAction(postedRotateSchema, [], async (ctx, { password, id }) => {
  const issued = await rotateServiceSecret(await requireOperator(ctx, password), { id })
  refresh()
  return issued
})

export const removeServiceAction = formAction(postedRemoveSchema, ['typed'], async (ctx, { password, id }): Promise<void> => {
  await removeService(await requireOperator(ctx, password), { id })
  redirect(SERVICES_PATH)
})
