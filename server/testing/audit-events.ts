import type { UserContext } from '@/lib/platform/context'
import { prisma } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import { newId } from '@/lib/platform/ids'

type Columns = Partial<Omit<Prisma.AuditEventCreateManyInput, 'orgId'>>

/** Records an event of the person's organization, whatever it says; returns its id. */
export async function makeEvent({ orgId, userId }: Pick<UserContext, 'orgId' | 'userId'>, columns: Columns = {}): Promise<string> {
  const event = { id: newId(), at: new Date(), type: 'csp__user_login', actorUserId: userId, result: 'success', ...columns }
  await prisma().auditEvent.createMany({ data: [{ ...event, orgId }] })
  return event.id
}
