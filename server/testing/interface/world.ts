import { encode } from 'next-auth/jwt'
import type { OrgRole } from '@/lib/identity/permissions'
import type { SessionContext } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { ensureSigningKey } from '@/lib/platform/signing-keys'
import { revokeToken } from '@/lib/tokens/commands/revoke-token'
import { exchange, makeToken, setMembership } from '../exchange'
import { makeMember, makeOrganization } from '../people'

/** Somebody who calls: who they are, the API token they have, and an access token got with it. */
export type Caller = { ctx: SessionContext; tokenId: string; apiToken: string; accessToken: string }

/** Whom the interface tells apart. `narrowed` owns the organization, but their access token is for a member's role alone. */
export const PEOPLE = ['member', 'admin', 'owner', 'narrowed', 'foreign'] as const
export type Person = (typeof PEOPLE)[number]

/** Ways of having nothing that counts. */
export const GHOSTS = ['stranger', 'cookie', 'revoked', 'suspended'] as const
export type Ghost = (typeof GHOSTS)[number]

/** An organization with everybody who might ask about it. */
export type World = {
  orgId: string
  people: Readonly<Record<Person, Caller>>
  /** What each ghost sends in place of an access token that counts. */
  ghosts: Readonly<Record<Ghost, Record<string, string>>>
}

async function makeCaller(orgId: string, held: OrgRole[], granted: OrgRole[] = held): Promise<Caller> {
  const ctx = await makeMember(orgId, { roles: held })
  const { apiToken, tokenId } = await makeToken(ctx, granted, true)
  return { ctx, tokenId, apiToken, accessToken: String((await exchange(apiToken)).answer['access_token']) }
}

async function sessionCookieOf({ userId, sessionId }: SessionContext): Promise<string> {
  return `tw-session=${await encode({ token: { sub: userId, sid: sessionId }, secret: env().nextauthSecret })}`
}

export const withToken = (accessToken: string) => ({ 'csp-auth-token': accessToken })

/** A new world in the database of the calling test file. */
export async function makeWorld(): Promise<World> {
  await ensureSigningKey()
  const orgId = await makeOrganization()
  const owner = await makeCaller(orgId, ['org_owner', 'org_member'])
  const [revoked, suspended] = [await makeCaller(orgId, ['org_owner']), await makeCaller(orgId, ['org_owner'])]
  await revokeToken(revoked.ctx, revoked)
  await setMembership(suspended.ctx, `status = 'suspended'`)
  return {
    orgId,
    people: {
      owner,
      member: await makeCaller(orgId, ['org_member']),
      admin: await makeCaller(orgId, ['org_admin', 'org_member']),
      narrowed: await makeCaller(orgId, ['org_owner', 'org_member'], ['org_member']),
      foreign: await makeCaller(await makeOrganization('Other Works'), ['org_owner', 'org_member']),
    },
    ghosts: {
      stranger: {},
      cookie: { cookie: await sessionCookieOf(owner.ctx) },
      revoked: withToken(revoked.accessToken),
      suspended: withToken(suspended.accessToken),
    },
  }
}
