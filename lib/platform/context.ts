import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Locale, Theme } from '../identity/locales'
import { isLocale, isTheme } from '../identity/locales'
import { isOrgRole, type OrgRole } from '../identity/permissions'
import { pool } from './db'
import { env } from './env'
import { ownsInstallation } from './installation-owner'
import { PATH_HEADER, peerFrom, type Peer } from './peer'
import { readSessionCookie } from './session-cookie'

declare const signedIn: unique symbol
declare const recently: unique symbol

/** What an access token of ours says, and what every endpoint that takes one has to look at besides. */
export type AccessTokenFacts = {
  tokenId: string
  /** Of the API token when it was got with it. */
  generation: number
  /** What it was given when it was made: `csp:<role>`, `external/<serviceId>/<role>`. */
  permissions: string[]
  scope: string
  /** Whether it was asked for with a scope. */
  narrowed: boolean
  /** `otp` where a passcode was given for it. */
  methods: string[]
  /** Epoch seconds. */
  expiresAt: number
}

/** A person in one organization who has shown who they are. Only findUser, requireUser and, of the HTTP interface, requireCaller make one. */
export type UserContext = {
  readonly [signedIn]: true
  userId: string
  email: string
  firstName: string
  lastName: string
  locale: Locale
  timeZone: string
  theme: Theme
  orgId: string
  orgName: string
  roles: OrgRole[]
  serviceRoles: string[]
  organizations: { id: string; name: string }[]
  igaActivated: boolean
  /** Whether the person has proved who they are within the last ten minutes. */
  signedInRecently: boolean
  request: Peer
  /** By which the person calls, if not from a signed-in browser: it can do no more than it was made for. */
  accessToken?: AccessTokenFacts
}

/** One who has signed in to the console. Only findUser and requireUser make one. */
export type SessionContext = UserContext & {
  sessionId: string
  /** Whether the configuration names the person among those who run this installation. */
  ownsInstallation: boolean
}

/** One who has proved who they are just now. Only requireRecentSignIn makes one. */
export type RecentUserContext = UserContext & { readonly [recently]: true }

/**
 * The session, if it is alive, with the organization it shows. Ended, older than 12 hours, unused for 2 hours,
 * a suspended person, or nobody's member: no row.
 */
const SESSION_SQL = `
  WITH touched AS (
    UPDATE session SET last_seen_at = now()
    WHERE id = $1 AND user_id = $2 AND ended_at IS NULL AND expires_at > now()
      AND last_seen_at BETWEEN now() - interval '2 hours' AND now() - interval '1 minute'
  )
  SELECT u.email, u.email_verified_at IS NOT NULL AS email_verified, u.first_name, u.last_name, u.locale, u.time_zone, u.theme,
         o.id AS org_id, o.name AS org_name, o.iga_activated_at IS NOT NULL AS iga_activated,
         m.roles, m.service_roles, s.authenticated_at > now() - interval '10 minutes' AS signed_in_recently,
         (SELECT json_agg(json_build_object('id', x.id, 'name', x.name) ORDER BY x.name, x.id)
            FROM membership y JOIN organization x ON x.id = y.org_id
           WHERE y.user_id = u.id AND y.status = 'active') AS organizations
    FROM session s
    JOIN user_account u ON u.id = s.user_id AND u.state = 'active'
    JOIN membership m ON m.user_id = u.id AND m.status = 'active'
    JOIN organization o ON o.id = m.org_id
   WHERE s.id = $1 AND s.user_id = $2 AND s.ended_at IS NULL AND s.expires_at > now()
     AND s.last_seen_at > now() - interval '2 hours'
   ORDER BY (o.id = s.active_org_id) DESC NULLS LAST, o.name, o.id
   LIMIT 1`

type SessionRow = {
  email: string
  email_verified: boolean
  first_name: string
  last_name: string
  locale: string
  time_zone: string | null
  theme: string
  org_id: string
  org_name: string
  iga_activated: boolean
  roles: string[]
  service_roles: string[]
  signed_in_recently: boolean
  organizations: { id: string; name: string }[]
}

/** Who is signed in, checked against the database on every request; null for a guest. */
export const findUser = cache(async (): Promise<SessionContext | null> => {
  const session = await readSessionCookie()
  if (!session) return null
  const found = await pool().query<SessionRow>({
    name: 'find_session',
    text: SESSION_SQL,
    values: [session.sessionId, session.userId],
  })
  const row = found.rows[0]
  if (!row) return null
  const chosen = await cookies()
  const locale = chosen.get('tw-locale')?.value
  const theme = chosen.get('tw-theme')?.value
  return {
    userId: session.userId,
    sessionId: session.sessionId,
    email: row.email,
    ownsInstallation: ownsInstallation({ email: row.email, emailVerified: row.email_verified }, env().installationOwners),
    firstName: row.first_name,
    lastName: row.last_name,
    locale: isLocale(locale) ? locale : isLocale(row.locale) ? row.locale : 'en',
    timeZone: row.time_zone ?? 'UTC',
    theme: isTheme(theme) ? theme : isTheme(row.theme) ? row.theme : 'system',
    orgId: row.org_id,
    orgName: row.org_name,
    roles: row.roles.filter(isOrgRole),
    serviceRoles: row.service_roles,
    organizations: row.organizations,
    igaActivated: row.iga_activated,
    signedInRecently: row.signed_in_recently,
    request: peerFrom(await headers()),
  } as SessionContext
})

/** Who is signed in. A guest is sent to the sign-in page and comes back from there. */
export async function requireUser(): Promise<SessionContext> {
  const user = await findUser()
  if (user) return user
  const path = (await headers()).get(PATH_HEADER)
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}
