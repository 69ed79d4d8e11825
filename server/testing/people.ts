import { hashPassword } from '@/lib/identity/password'
import type { OrgRole } from '@/lib/identity/permissions'
import type { SessionContext } from '@/lib/platform/context'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Peer } from '@/lib/platform/peer'

/** Somebody at the other end of a request. */
export function makePeer(ip = '192.0.2.1'): Peer {
  return { requestId: crypto.randomUUID(), ip, userAgent: 'test' }
}

/** An organization with governance activated, no policy and nobody in it. */
export async function makeOrganization(name = 'Test Works'): Promise<string> {
  const id = newId()
  const now = new Date()
  await prisma().organization.create({ data: { id, name, createdAt: now, igaActivatedAt: now, tokenPolicy: { create: { updatedAt: now } } } })
  return id
}

type Member = { roles?: OrgRole[]; serviceRoles?: string[]; password?: string; userId?: string }

/** A person in an organization, as a page would know them after sign-in. */
export async function makeMember(orgId: string, { roles = ['org_member'], serviceRoles = [], password, userId }: Member = {}): Promise<SessionContext> {
  const id = userId ?? newId()
  const email = `${id}@example.test`
  const now = new Date()
  if (!userId) {
    const passwordHash = password === undefined ? null : await hashPassword(password)
    await prisma().user.create({ data: { id, email, firstName: 'Test', lastName: 'Person', passwordHash, createdAt: now } })
  }
  await prisma().membership.create({ data: { orgId, userId: id, roles, serviceRoles, createdAt: now, updatedAt: now } })
  const sessionId = newId()
  await prisma().session.create({
    data: { id: sessionId, userId: id, createdAt: now, authenticatedAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) },
  })
  const ctx: Omit<SessionContext, keyof { [key: symbol]: never }> = {
    userId: id,
    sessionId,
    email,
    firstName: 'Test',
    lastName: 'Person',
    locale: 'en',
    timeZone: 'UTC',
    theme: 'system',
    orgId,
    orgName: 'Test Works',
    roles,
    serviceRoles,
    organizations: [{ id: orgId, name: 'Test Works' }],
    igaActivated: true,
    signedInRecently: true,
    ownsInstallation: false,
    request: makePeer(),
  }
  return ctx as SessionContext
}
