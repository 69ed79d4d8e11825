import { prisma, pool } from '@/lib/platform/db'
import { requireGoverningOwner } from '@/lib/platform/roles'
import type { UserContext } from '@/lib/platform/context'
import { continueValidation } from '@/lib/governance/commands/continue-validation'
import { startValidation } from '@/lib/governance/commands/start-validation'
import { validateBatch, type Lease } from '@/lib/governance/commands/validate-batch'
import type { TokenLifetime, TtlPolicy } from '@/lib/governance/violation'
import { setPolicy } from './many-tokens'
import { makeMember, makeOrganization } from './people'

const DAY = 86_400_000
export const daysAgo = (days: number) => new Date(Date.now() - days * DAY)

export const STRICT: TtlPolicy = { max: { value: 30, unit: 'days' }, idle: { value: 10, unit: 'days' } }
export const OFF: TtlPolicy = { max: null, idle: null }
/** Keeps to STRICT; never expires; lies idle for too long. */
export const fresh: TokenLifetime = { issuedAt: daysAgo(1), expiresAt: daysAgo(-20), lastUsedAt: null, revokedAt: null }
export const eternal: TokenLifetime = { ...fresh, expiresAt: null }
export const idle: TokenLifetime = { ...fresh, issuedAt: daysAgo(12), expiresAt: daysAgo(-10) }

/** Takes the open run as continueValidation does, to be left in the middle. */
export async function takeRun(orgId: string, runId: string): Promise<Lease> {
  const seenAt = new Date()
  await prisma().validationRun.update({ where: { orgId_id: { orgId, id: runId } }, data: { seenAt } })
  return { orgId, runId, seenAt }
}

/** What a test does with the validations of one organization. */
function validationsOf(orgId: string, owner: UserContext) {
  const start = () => startValidation(requireGoverningOwner(owner))
  const flags = async (ids: string[]) => {
    const rows = await prisma().tokenLife.findMany({ where: { orgId }, select: { id: true, maxViolation: true, maxViolationSince: true, idleViolationSince: true } })
    return ids.map((id) => rows.find((row) => row.id === id))
  }
  return {
    orgId,
    owner,
    start,
    flags,
    validate: async () => continueValidation(await start()),
    runs: () => prisma().validationRun.findMany({ where: { orgId }, orderBy: { startedAt: 'asc' } }),
    events: () => prisma().auditEvent.findMany({ where: { orgId, type: 'csp__validate_api_tokens' } }),
    /** The violation of the Max Token TTL, and whether the idle one is broken. */
    kinds: async (ids: string[]) => (await flags(ids)).map((row) => [row?.maxViolation ?? null, row?.idleViolationSince !== null]),
    /** As though whoever does the open run had been killed more than a minute ago. */
    cutOff: () => pool().query(`UPDATE validation_run SET seen_at = now() - interval '61 seconds' WHERE org_id = $1 AND ended_at IS NULL`, [orgId]),
    /** A run that is left after so many batches. */
    stopAfter: async (batches: number, tokens: number): Promise<Lease> => {
      let lease = await takeRun(orgId, (await start()).runId)
      for (let done = 0; done < batches; done += 1) {
        const batch = await validateBatch(lease, { tokens, changes: tokens })
        if (!('lease' in batch)) throw new Error('The run ended too soon')
        lease = batch.lease
      }
      return lease
    },
  }
}

export type Validations = ReturnType<typeof validationsOf>

/** A new organization under STRICT, and its owner. */
export async function makeValidations(): Promise<Validations> {
  const orgId = await makeOrganization()
  const owner = await makeMember(orgId, { roles: ['org_owner', 'org_member'] })
  await setPolicy(orgId, STRICT)
  return validationsOf(orgId, owner)
}
