import { activateTokens } from '@/lib/governance/commands/activate-tokens'
import { deactivateTokens } from '@/lib/governance/commands/deactivate-tokens'
import type { TokenResult } from '@/lib/governance/token-change'
import type { UserContext } from '@/lib/platform/context'
import { prisma } from '@/lib/platform/db'
import { requireGoverningOwner } from '@/lib/platform/roles'
import { makeMember, makeOrganization } from './people'

/** Deactivates as an action does: through the guard. */
export async function deactivate(ctx: UserContext, tokenIds: string[], note = ''): Promise<TokenResult[]> {
  return deactivateTokens(requireGoverningOwner(ctx), { tokenIds, reason: 'key_compromise', note })
}

export async function activate(ctx: UserContext, tokenIds: string[]): Promise<TokenResult[]> {
  return activateTokens(requireGoverningOwner(ctx), { tokenIds })
}

/** An organization with an owner and two members. */
export async function makeTeam() {
  const orgId = await makeOrganization()
  return { orgId, owner: await makeMember(orgId, { roles: ['org_owner'] }), tom: await makeMember(orgId), lia: await makeMember(orgId) }
}

/** What was recorded of tokens that an owner switched off or on. */
export function switchEventsIn(orgId: string) {
  return prisma().auditEvent.findMany({ where: { orgId, type: { in: ['csp__deactivate_api_token', 'csp__activate_api_token'] } }, orderBy: { id: 'asc' } })
}

/** The mails on that. */
export function switchMailsIn(orgId: string) {
  return prisma().outboxMail.findMany({ where: { orgId, template: { contains: 'activated' } }, orderBy: { id: 'asc' } })
}
