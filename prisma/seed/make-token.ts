import { randomBytes } from 'node:crypto'
import type { AuditEventType } from '@/lib/audit/events'
import { findViolations, type TtlPolicy } from '@/lib/governance/violation'
import { fullName } from '@/lib/identity/full-name'
import { isOrgRole } from '@/lib/identity/permissions'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { addTtl } from '@/lib/time'
import { ENTROPY_BYTES, formatApiToken, lastFourOf } from '@/lib/tokens/api-token'
import { digestForStorage } from '@/lib/tokens/digest'
import type { People } from './make-people'
import type { OrganizationKey } from './people'
import type { SampleToken } from './tokens'

const DAY = 86_400_000

/** The organization with IGA limits its tokens; the other does not. */
export const POLICIES: Record<OrganizationKey, TtlPolicy> = {
  labs: { max: { value: 365, unit: 'days' }, idle: { value: 90, unit: 'days' } },
  works: { max: null, idle: null },
}

/** Days ago at which the limits of the demo came into force. */
export const POLICY_AGE = 30

const later = (one: Date, other: Date | null) => (other && other > one ? other : one)

export type OrgIds = Record<OrganizationKey, string>

/** The row of one of the demo's tokens, how it lived, and its secret. */
export function makeToken(sample: SampleToken, people: People, orgIds: OrgIds, now: Date) {
  const orgId = orgIds[sample.organization]
  const owner = people.find(({ key }) => key === sample.owner)
  const decider = people.find(({ memberships }) => memberships.some(({ organization, roles }) => organization === sample.organization && roles.includes('org_owner')))
  if (!owner || !decider) throw new Error(`The demo has no ${sample.owner}`)
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const issuedAt = ago(sample.created)
  const expiresAt = sample.ttl && addTtl(issuedAt, sample.ttl)
  const lastUsedAt = sample.used === undefined ? null : ago(sample.used)
  const revokedAt = sample.revoked === undefined ? null : ago(sample.revoked)
  const policy = POLICIES[sample.organization]
  const violations = findViolations({ issuedAt, expiresAt, lastUsedAt, revokedAt }, policy, now)
  const maxViolation = violations.find((kind) => kind !== 'idle_ttl_exceeded') ?? null
  const apiToken = formatApiToken(orgId, randomBytes(ENTROPY_BYTES))
  const { version, digest } = digestForStorage(env().tokenHmacKeys, apiToken)
  const roles = sample.scopes === 'all' ? [] : sample.scopes
  return {
    apiToken,
    sample,
    owner,
    row: {
      orgId,
      id: newId(),
      userId: owner.id,
      userName: fullName(owner),
      userEmail: owner.email,
      name: sample.name,
      description: sample.description ?? null,
      digest: new Uint8Array(digest),
      digestKeyVersion: version,
      lastFour: lastFourOf(apiToken),
      generation: sample.deactivated ? 2 : 1,
      createdAt: issuedAt,
      issuedAt,
      ttlValue: sample.ttl?.value ?? null,
      ttlUnit: sample.ttl?.unit ?? null,
      expiresAt,
      revokedAt,
      allRoles: sample.scopes === 'all',
      orgRoles: roles.filter(isOrgRole),
      serviceRoles: roles.filter((role) => !isOrgRole(role)),
      openId: sample.openId ?? false,
      deactivatedAt: sample.deactivated ? ago(sample.deactivated.ago) : null,
      deactivatedBy: sample.deactivated ? decider.id : null,
      deactivationReason: sample.deactivated?.reason ?? null,
      deactivationNote: sample.deactivated?.note ?? null,
      idempotencyKey: crypto.randomUUID(),
    },
    life: {
      lastUsedAt,
      maxViolation,
      maxViolationSince: maxViolation && later(issuedAt, ago(POLICY_AGE)),
      idleViolationSince: violations.includes('idle_ttl_exceeded') && policy.idle ? addTtl(later(issuedAt, lastUsedAt), policy.idle) : null,
    },
  }
}

export type SeededToken = ReturnType<typeof makeToken>

/** What the audit log would hold had the demo's tokens been made and ended by hand. */
export function historyOf({ row, owner }: SeededToken) {
  const event = (type: AuditEventType, at: Date | null, actorUserId: string | null) =>
    at ? [{ orgId: row.orgId, id: newId(), at, type, actorUserId, tokenId: row.id, result: 'success', details: { tokenName: row.name } }] : []
  return [
    ...event('csp__generate_api_token', row.createdAt, owner.id),
    ...event('csp__deactivate_api_token', row.deactivatedAt, row.deactivatedBy),
    ...event('csp__revoke_api_token', row.revokedAt, owner.id),
  ]
}
