import type { TtlPolicy } from '@/lib/governance/violation'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { makePeople, type People } from './seed/make-people'
import { historyOf, makeToken, POLICIES, POLICY_AGE, type OrgIds } from './seed/make-token'
import { ORGANIZATIONS, SERVICES } from './seed/people'
import { SAMPLE_TOKENS } from './seed/tokens'
import { pastValidations, policyHistory } from './seed/validations'

/** What a newcomer needs to try the demo; `server/` writes it to demo.json. */
export type DemoAccounts = {
  users: { email: string; password: string; name: string; roles: string[]; organization: string }[]
  apiTokens: { email: string; apiToken: string }[]
}

const DAY = 86_400_000

/** How many people there are: none means that the database is empty. */
export async function countUsers(): Promise<number> {
  return prisma().user.count()
}

/**
 * Fills an empty database with the demo: two organizations, four people, some forty tokens of every kind.
 *
 * Passwords and secrets are random; only the result knows them.
 *
 * @param now the demo's instants are told from here backwards
 */
export async function seedDemo({ now }: { now: Date }): Promise<DemoAccounts> {
  const people = await makePeople(now)
  const orgIds: OrgIds = { labs: newId(), works: newId() }
  const tokens = SAMPLE_TOKENS.map((sample) => makeToken(sample, people, orgIds, now))
  const { days, runs } = pastValidations(tokens, orgIds.labs, now)
  const [owner = ''] = people.flatMap(({ id, key }) => (key === 'ada' ? [id] : []))
  await prisma().$transaction([
    prisma().user.createMany({ data: people.map(toUserRow) }),
    prisma().organization.createMany({
      data: ORGANIZATIONS.map(({ key, name, iga }) => ({ id: orgIds[key], name, createdAt: new Date(now.getTime() - 800 * DAY), igaActivatedAt: iga ? new Date(now.getTime() - 300 * DAY) : null })),
    }),
    prisma().service.createMany({ data: SERVICES.map(({ id, displayName }) => ({ id, displayName, createdAt: now })) }),
    prisma().serviceRole.createMany({ data: SERVICES.flatMap(({ id, roles }) => Object.entries(roles).map(([name, displayName]) => ({ serviceId: id, name, displayName }))) }),
    prisma().membership.createMany({
      data: people.flatMap(({ id, createdAt, memberships }) =>
        memberships.map(({ organization, roles, serviceRoles }) => ({ orgId: orgIds[organization], userId: id, roles, serviceRoles, createdAt, updatedAt: createdAt })),
      ),
    }),
    prisma().tokenPolicy.createMany({ data: [toPolicyRow(orgIds.labs, POLICIES.labs, now), toPolicyRow(orgIds.works, POLICIES.works, now)] }),
    prisma().apiToken.createMany({ data: tokens.map(({ row }) => row) }),
    prisma().tokenLife.createMany({ data: tokens.map(({ row: { orgId, id, userId, createdAt, issuedAt, expiresAt, revokedAt }, life }) => ({ orgId, id, userId, createdAt, issuedAt, expiresAt, revokedAt, ...life })) }),
    prisma().auditEvent.createMany({ data: [...tokens.flatMap(historyOf), ...policyHistory(orgIds.labs, owner, now)] }),
    prisma().governanceDay.createMany({ data: days }),
    prisma().validationRun.createMany({ data: runs }),
  ])
  return {
    users: people.flatMap(({ email, password, firstName, lastName, memberships }) =>
      memberships.map(({ organization, roles }) => ({
        email,
        password,
        name: `${firstName} ${lastName}`,
        roles,
        organization: ORGANIZATIONS.find(({ key }) => key === organization)?.name ?? '',
      })),
    ),
    apiTokens: tokens.filter(({ sample }) => sample.forDemo).map(({ owner, apiToken }) => ({ email: owner.email, apiToken })),
  }
}

function toUserRow({ id, email, firstName, lastName, passwordHash, locale, timeZone, createdAt }: People[number]) {
  return { id, email, emailVerifiedAt: createdAt, firstName, lastName, passwordHash, passwordChangedAt: createdAt, locale, timeZone, createdAt }
}

function toPolicyRow(orgId: string, { max, idle }: TtlPolicy, now: Date) {
  return {
    orgId,
    maxEnabled: max !== null,
    maxTtlValue: max?.value ?? null,
    maxTtlUnit: max?.unit ?? null,
    idleEnabled: idle !== null,
    idleTtlValue: idle?.value ?? null,
    idleTtlUnit: idle?.unit ?? null,
    version: max ? 3 : 1,
    updatedAt: new Date(now.getTime() - POLICY_AGE * DAY),
  }
}
