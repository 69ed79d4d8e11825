import type { Caller, Ghost, Person, World } from './world'

/** What a request says beside its address and who sends it. */
export type Asked = {
  params?: Record<string, string>
  query?: Record<string, string>
  json?: unknown
  form?: Record<string, string>
  headers?: Record<string, string>
}

/** Statuses by who asks. */
export type Doors = Readonly<Record<Person | Ghost, number>>

/** What is known of one endpoint besides what it says itself. */
export type Row = {
  /** A request that is granted to whoever may ask at all; made anew for each, since some end what they are about. */
  ask: (world: World, caller: Caller) => Asked | Promise<Asked>
  doors: Doors
}

/** By operation. */
export type Rows = Readonly<Record<string, Row>>

const unknown = { stranger: 401, cookie: 401, revoked: 401, suspended: 401 } as const

/** Credentials change nothing. */
export const ANYBODY: Doors = { stranger: 200, cookie: 200, revoked: 200, suspended: 200, member: 200, admin: 200, owner: 200, narrowed: 200, foreign: 200 }
/** Whoever has an access token, on themselves. */
export const CALLERS: Doors = { ...unknown, member: 200, admin: 200, owner: 200, narrowed: 200, foreign: 200 }
/** Whoever is in the organization. */
export const MEMBERS: Doors = { ...CALLERS, foreign: 404 }
/** Owners and administrators; for everybody else there is nothing. */
export const GOVERNORS: Doors = { ...MEMBERS, member: 404, narrowed: 404 }
/** Owners; administrators are told so. */
export const OWNERS: Doors = { ...GOVERNORS, admin: 403 }

/** For what is not about an organization and needs nothing said. */
export const nothing = (): Asked => ({})
/** For what is about an organization. */
export const ofOrganization = ({ orgId }: World): Asked => ({ params: { orgId } })
