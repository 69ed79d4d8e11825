import { randomBytes, randomUUID } from 'node:crypto'
import { ask, userWith } from './product'
import type { DemoUser } from './state'

/** What of a token a test wants to be special; the columns are the database's. */
export type SampleToken = { name: string } & Record<string, unknown>

const DAY = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY)

export type OwnPerson = DemoUser & { orgId: string; userId: string }

/** A person with `roles` in an organization of their own where governance is activated. */
export async function makeGovernor(tokens: SampleToken[], roles = ['org_owner', 'org_member']): Promise<OwnPerson> {
  const person = await makeOwnPerson(tokens)
  await ask(`UPDATE organization SET iga_activated_at = now() WHERE id = $1`, [person.orgId])
  await ask(`UPDATE membership SET roles = $3 WHERE org_id = $1 AND user_id = $2`, [person.orgId, person.userId, roles])
  return { ...person, roles }
}

/** A person in an organization of their own, with tokens: whatever is done to them, no other test sees it. */
export async function makeOwnPerson(tokens: SampleToken[]): Promise<OwnPerson> {
  const lender = userWith('org_owner')
  const [orgId, userId] = [randomUUID(), randomUUID()]
  const email = `${userId}@example.com`
  const organization = `Own ${orgId.slice(0, 8)}`
  await ask(`INSERT INTO organization (id, name, created_at) VALUES ($1, $2, now())`, [orgId, organization])
  await ask(
    `INSERT INTO token_policy (org_id, max_enabled, max_ttl_value, max_ttl_unit, idle_enabled, idle_ttl_value, idle_ttl_unit, updated_at)
     VALUES ($1, true, 365, 'days', true, 90, 'days', now())`,
    [orgId],
  )
  // The password of somebody whose password is known.
  await ask(
    `INSERT INTO user_account (id, email, first_name, last_name, password_hash, created_at)
     SELECT $1, $2, 'Robin', 'Own', password_hash, now() FROM user_account WHERE email = $3`,
    [userId, email, lender.email],
  )
  await ask(
    `INSERT INTO membership (org_id, user_id, roles, service_roles, created_at, updated_at) VALUES ($1, $2, '{org_member,developer}', '{}', now(), now())`,
    [orgId, userId],
  )
  for (const [at, token] of tokens.entries()) await insertToken(orgId, userId, token, at)
  return { email, password: lender.password, name: 'Robin Own', roles: ['org_member', 'developer'], organization, orgId, userId }
}

/** Somebody else in `person`'s organization, with the same password. */
export async function makeColleague(person: OwnPerson, roles: string[], locale = 'en'): Promise<OwnPerson> {
  const userId = randomUUID()
  const email = `${userId}@example.com`
  await ask(
    `INSERT INTO user_account (id, email, first_name, last_name, password_hash, locale, created_at)
     SELECT $1, $2, 'Kim', 'Colleague', password_hash, $4, now() FROM user_account WHERE id = $3`,
    [userId, email, person.userId, locale],
  )
  await ask(`INSERT INTO membership (org_id, user_id, roles, service_roles, created_at, updated_at) VALUES ($1, $2, $3, '{}', now(), now())`, [person.orgId, userId, roles])
  return { ...person, email, name: 'Kim Colleague', roles, userId }
}

/** What of a token is stored with how it lived. */
const LIFE = new Set(['last_used_at', 'max_violation', 'max_violation_since', 'idle_violation_since'])

async function insertToken(orgId: string, userId: string, { name, ...given }: SampleToken, at: number): Promise<void> {
  const special = Object.fromEntries(Object.entries(given).filter(([column]) => !LIFE.has(column)))
  const life = Object.entries(given).filter(([column]) => LIFE.has(column))
  const createdAt = special['created_at'] ?? new Date(Date.now() - (at + 1) * 60_000)
  const row: Record<string, unknown> = {
    org_id: orgId,
    id: randomUUID(),
    user_id: userId,
    user_name: 'Robin Own',
    user_email: `${userId}@example.com`,
    name,
    digest: randomBytes(32),
    digest_key_version: 1,
    last_four: randomBytes(2).toString('hex'),
    created_at: createdAt,
    issued_at: createdAt,
    ttl_value: 6,
    ttl_unit: 'months',
    expires_at: new Date(Date.now() + 180 * DAY),
    org_roles: ['org_member'],
    service_roles: [],
    idempotency_key: randomUUID(),
    deactivated_by: special['deactivated_at'] ? userId : null,
    ...special,
  }
  const columns = Object.keys(row)
  await ask(`INSERT INTO api_token (${columns.join(', ')}) VALUES (${columns.map((_column, index) => `$${index + 1}`).join(', ')})`, Object.values(row))
  await ask(
    `INSERT INTO token_life (org_id, id, user_id, created_at, issued_at, expires_at, revoked_at) SELECT org_id, id, user_id, created_at, issued_at, expires_at, revoked_at FROM api_token WHERE id = $1`,
    [row['id']],
  )
  if (life.length > 0) await ask(`UPDATE token_life SET ${life.map(([column], index) => `${column} = $${index + 2}`).join(', ')} WHERE id = $1`, [row['id'], ...life.map(([, value]) => value)])
}

/** A token in each state that the list tells apart. */
export function oneOfEach(): SampleToken[] {
  const past = { created_at: daysAgo(200), issued_at: daysAgo(200) }
  const off = { deactivated_at: daysAgo(2), deactivation_reason: 'other', deactivation_note: 'Seen in a build log.' }
  return [
    { name: 'good-one', description: 'Nothing is wrong with it', last_used_at: daysAgo(1) },
    { name: 'soon-over', expires_at: new Date(Date.now() + 3 * DAY) },
    { name: 'switched-off', ...past, ...off },
    { name: 'ended', ...past, expires_at: daysAgo(3) },
    { name: 'ended-and-off', ...past, ...off, expires_at: daysAgo(1) },
    { name: 'too-long', ttl_value: null, ttl_unit: null, expires_at: null, max_violation: 'never_expires', max_violation_since: daysAgo(4) },
    { name: 'too-idle', ...past, ttl_value: 12, expires_at: new Date(Date.now() + 160 * DAY), max_violation: 'max_ttl_exceeded', max_violation_since: daysAgo(9), idle_violation_since: daysAgo(110) },
    { name: 'half-lost', org_roles: ['developer', 'billing_read_only'] },
    { name: 'all-lost', org_roles: ['billing_read_only'] },
    { name: 'gone', ...past, revoked_at: daysAgo(1) },
  ]
}

export type Stored = { name: string; revoked: boolean; description: string | null; days: number | null }

/** What the database holds of a person's tokens, by name. */
export async function storedOf({ orgId, userId }: { orgId: string; userId: string }): Promise<Stored[]> {
  return ask<Stored>(
    `SELECT name, revoked_at IS NOT NULL AS revoked, description, reminder_days AS days FROM api_token WHERE org_id = $1 AND user_id = $2 ORDER BY name`,
    [orgId, userId],
  )
}

/** The types of what was recorded in an organization beside signing in, in order. */
export async function recordedIn({ orgId }: { orgId: string }): Promise<string[]> {
  const events = await ask<{ type: string }>(`SELECT type FROM audit_event WHERE org_id = $1 AND type LIKE '%token%' ORDER BY at, id`, [orgId])
  return events.map(({ type }) => type)
}
