import { randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import { newId } from '@/lib/platform/ids'
import { INSERT_PEOPLE, INSERT_TOKENS } from './organization-rows'
import { withoutIndexes } from './without-indexes'

export type LargeOrganization = { orgId: string; ownerId: string; tokens: number }

/** Tokens of one INSERT. */
const BATCH = 100_000
/** Tokens that a person has on average; most have fewer, some have many. */
const TOKENS_EACH = 45
const DAYS = 90

/** Limits that make about one token in twenty break each. */
const POLICY = `
  INSERT INTO token_policy (org_id, idle_enabled, idle_ttl_value, idle_ttl_unit, max_enabled, max_ttl_value, max_ttl_unit, updated_at)
  VALUES ($1, true, 90, 'days', true, 400, 'days', now())`

/** What validations of the last 90 days would have found: about what there is now. */
const DAYS_COUNTED = `
  INSERT INTO governance_day (org_id, day, at, tokens, live, violating, max_violating, idle_violating, deactivated, expiring_soon, unused, never_used, never_expires)
  SELECT $1, (now() AT TIME ZONE 'UTC')::date - back, now() - back * interval '1 day', tokens, live, violating - violating * back / 200, max, idle, deactivated, soon, unused, never_used, never_expires
    FROM generate_series(0, $2::int - 1) back, (
      SELECT count(*) tokens, count(*) FILTER (WHERE alive) live,
             count(*) FILTER (WHERE alive AND (max_violation_since IS NOT NULL OR idle_violation_since IS NOT NULL)) violating,
             count(*) FILTER (WHERE alive AND max_violation_since IS NOT NULL) max, count(*) FILTER (WHERE alive AND idle_violation_since IS NOT NULL) idle,
             count(*) FILTER (WHERE deactivated_at IS NOT NULL) deactivated,
             count(*) FILTER (WHERE alive AND expires_at <= now() + interval '30 days') soon,
             count(*) FILTER (WHERE GREATEST(issued_at, last_used_at) <= now() - interval '90 days') unused,
             count(*) FILTER (WHERE last_used_at IS NULL) never_used, count(*) FILTER (WHERE expires_at IS NULL) never_expires
        FROM (SELECT l.*, t.deactivated_at, coalesce(l.expires_at > now(), true) alive FROM api_token t JOIN token_life l USING (org_id, id) WHERE org_id = $1 AND t.revoked_at IS NULL) t) counted`

/**
 * Makes an organization of `count` API tokens, as years of use leave one: names of few kinds, few people with many
 * tokens, one in twenty revoked, a quarter expired, one in twelve deactivated, one in twenty breaking each limit.
 *
 * @param client of a role that may write to every table; `vacuum` afterwards, as its autovacuum would have
 */
export async function makeLargeOrganization(client: ClientBase, count: number): Promise<LargeOrganization> {
  const [orgId, ownerId] = [newId(), newId()]
  const people = Math.ceil(count / TOKENS_EACH)
  await client.query(`INSERT INTO organization (id, name, created_at, iga_activated_at) VALUES ($1, $2, now() - interval '5 years', now())`, [orgId, `Organization of ${count}`])
  await client.query(POLICY, [orgId])
  await client.query(INSERT_PEOPLE, [people, randomUUID()])
  await client.query(`INSERT INTO user_account (id, email, first_name, last_name, created_at) VALUES ($1, $2, 'Olga', 'Owner', now())`, [ownerId, `${ownerId}@bench.example`])
  await client.query(
    `INSERT INTO membership (org_id, user_id, roles, service_roles, created_at, updated_at)
     SELECT $1, id, CASE WHEN id = $2 THEN '{org_owner,org_member}'::text[] ELSE '{org_member,developer}' END, '{}', now(), now()
       FROM user_account u WHERE id = $2 OR NOT EXISTS (SELECT FROM membership m WHERE m.user_id = u.id) AND u.email LIKE '%@bench.example'`,
    [orgId, ownerId],
  )
  const insert = async () => {
    for (let made = 0; made < count; made += BATCH) await client.query(INSERT_TOKENS, [orgId, ownerId, Math.min(BATCH, count - made)])
  }
  await (count > BATCH ? withoutIndexes(client, insert) : insert())
  // Autovacuum looks once a minute: until then PostgreSQL takes the tables for empty, and joins them row by row.
  await client.query('ANALYZE api_token, token_life')
  await client.query(DAYS_COUNTED, [orgId, DAYS])
  return { orgId, ownerId, tokens: count }
}

/** What autovacuum does in its own time: without it, PostgreSQL neither knows what the tables hold nor reads indexes alone. */
export async function vacuum(client: ClientBase): Promise<void> {
  await client.query('VACUUM (ANALYZE) api_token')
  await client.query('VACUUM (ANALYZE) token_life')
  await client.query('VACUUM (ANALYZE) membership')
  await client.query('VACUUM (ANALYZE) user_account')
  await client.query('VACUUM (ANALYZE) governance_day')
}
