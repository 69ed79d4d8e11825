import { fullName } from '../../identity/full-name'
import { prisma } from '../../platform/db'
import type { GovernorContext } from '../../platform/roles'
import { toPolicySettings, type PolicySettings } from '../policy-settings'

/** Both policies as they are saved, who saved them last and when. */
export type SavedPolicy = PolicySettings & {
  version: number
  savedAt: Date
  /** Null: nobody has yet, or the person is gone. */
  savedBy: { id: string; name: string } | null
}

async function findPerson(id: string | null): Promise<SavedPolicy['savedBy']> {
  const person = id === null ? null : await prisma().user.findUnique({ where: { id }, select: { id: true, firstName: true, lastName: true } })
  return person && { id: person.id, name: fullName(person) }
}

/** Both policies of the organization shown, with what each keeps while it is off. */
export async function findPolicySettings(ctx: GovernorContext): Promise<SavedPolicy> {
  const row = await prisma().tokenPolicy.findUniqueOrThrow({
    where: { orgId: ctx.orgId },
    select: { idleEnabled: true, idleTtlValue: true, idleTtlUnit: true, maxEnabled: true, maxTtlValue: true, maxTtlUnit: true, version: true, updatedAt: true, updatedBy: true },
  })
  return { ...toPolicySettings(row), version: row.version, savedAt: row.updatedAt, savedBy: await findPerson(row.updatedBy) }
}
