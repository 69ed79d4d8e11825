import { prisma } from '@/lib/platform/db'
import { makeToken } from '../../exchange'
import { GOVERNORS, ofOrganization, OWNERS, type Asked, type Rows } from '../row'
import type { World } from '../world'

const POLICIES = { idleTokenTtl: { enabled: true, value: 90, unit: 'DAYS' }, maxTokenTtl: { enabled: false, value: null, unit: 'DAYS' } }

async function someTokens(world: World): Promise<Asked> {
  const { tokenId } = await makeToken(world.people.member.ctx)
  return { params: { orgId: world.orgId }, json: { ids: [tokenId, crypto.randomUUID()] } }
}

/** With the version that there is now. */
async function policies({ orgId }: World): Promise<Asked> {
  const { version } = await prisma().tokenPolicy.findUniqueOrThrow({ where: { orgId }, select: { version: true } })
  return { params: { orgId }, json: { ...POLICIES, version } }
}

export const GOVERNANCE_ROWS: Rows = {
  listOrganizationTokens: { ask: (world) => ({ ...ofOrganization(world), query: { pageLimit: '3', sort: 'name', status: 'activated' } }), doors: GOVERNORS },
  deactivateTokens: { ask: someTokens, doors: OWNERS },
  activateTokens: { ask: someTokens, doors: OWNERS },
  findTokenPolicies: { ask: ofOrganization, doors: GOVERNORS },
  saveTokenPolicies: { ask: policies, doors: GOVERNORS },
  previewTokenPolicies: { ask: (world) => ({ ...ofOrganization(world), json: POLICIES }), doors: GOVERNORS },
}
