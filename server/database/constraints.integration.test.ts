import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { insertRow, SAMPLE_ROWS, type Row } from '../testing/sample-rows'
import { createTestDatabase } from '../testing/test-database'

const { databaseUrl } = await createTestDatabase()
const client = new pg.Client({ connectionString: databaseUrl })
const CHECK_VIOLATION = '23514'
const TABLES = Object.keys(SAMPLE_ROWS)

beforeAll(() => client.connect())
afterAll(() => client.end())
beforeEach(() => client.query('BEGIN'))
afterEach(() => client.query('ROLLBACK'))

/** What `table` refers to stands before it. */
const insertBefore = async (table: string) => {
  for (const earlier of TABLES.slice(0, TABLES.indexOf(table))) await insertRow(client, earlier, SAMPLE_ROWS[earlier] ?? {})
}

const later = '2026-04-01T12:00:00Z'
const days30 = { ttl_value: 30, ttl_unit: 'days', expires_at: later }
const deactivated = { deactivated_at: later, deactivated_by: '01900000-0000-7000-8000-000000000002', deactivation_reason: 'suspicious_use' }

/** What a bug might write, by table. Each differs from the valid row in what it names. */
const WRONG: Record<string, Row[]> = {
  user_account: [{ email: 'Ada@example.com' }, { email: 'nobody' }, { state: 'gone' }, { locale: 'fr' }, { theme: 'pink' }, { password_hash: 'secret' }],
  organization: [{ name: '' }],
  session: [{ ended_at: later }, { ended_reason: 'sign_out' }, { ended_at: later, ended_reason: 'bored' }, { expires_at: '2026-03-01T12:00:00Z' }],
  membership: [{ status: 'unknown' }, { roles: ['king'] }, { roles: ['org_member', null] }, { service_roles: ['warehouse/reader'] }, { service_roles: ['external/a/b', 'x'] }],
  service: [{ id: 'a/b' }, { secret_digest: Buffer.alloc(31), secret_created_at: later }, { secret_digest: Buffer.alloc(32) }, { secret_created_at: later }],
  service_role: [{ name: 'a,b' }],
  api_token: [
    { name: '' }, { name: 'x'.repeat(65) }, { description: 'x'.repeat(257) }, { digest: Buffer.alloc(31) }, { digest_key_version: 0 },
    { last_four: 'abc' }, { last_four: 'ab_d' }, { generation: 0 }, { issued_at: '2026-02-01T12:00:00Z' },
    { ttl_value: 30, ttl_unit: 'days' }, { expires_at: later }, { ...days30, ttl_value: 0 }, { ...days30, ttl_unit: 'years' },
    { ...days30, ttl_unit: 'seconds', ttl_value: 59 }, { ...days30, ttl_unit: 'seconds', ttl_value: 120 },
    { ...days30, expires_at: '2026-03-01T12:00:00Z' }, { reminder_days: 0 }, { reminder_days: 366 },
    { all_roles: true }, { org_roles: [] }, { org_roles: ['king'] }, { service_roles: ['reader'] },
    { deactivated_at: later }, { ...deactivated, deactivation_reason: 'mood' }, { deactivation_note: 'why' }, { ...deactivated, deactivation_note: 'x'.repeat(501) },
    { max_violation: 'never_expires' }, { max_violation_since: later }, { max_violation: 'idle', max_violation_since: later },
  ],
  token_life: [{ max_violation: 'never_expires' }, { max_violation_since: later }, { max_violation: 'idle', max_violation_since: later }],
  token_policy: [
    { max_enabled: true }, { max_ttl_value: 1 }, { max_ttl_unit: 'days' }, { max_ttl_value: 1, max_ttl_unit: 'months' }, { max_ttl_value: 0, max_ttl_unit: 'days' },
    { max_ttl_value: 1828, max_ttl_unit: 'days' }, { max_ttl_value: 43_849, max_ttl_unit: 'hours' }, { max_ttl_value: 2_630_881, max_ttl_unit: 'minutes' },
    { idle_enabled: true }, { idle_ttl_value: 1828, idle_ttl_unit: 'days' }, { version: 0 },
  ],
  exchange_failure: [{ count: 0 }, { minute: '2026-03-01T12:00:01Z' }],
  audit_event: [{ type: 'generate' }, { type: 'csp__Generate' }, { result: 'maybe' }, { details: '[]' }],
  installation_event: [{ type: 'sign_in' }, { result: 'maybe' }],
  outbox_mail: [{ attempts: -1 }, { cause: '' }, { sent_at: later, dropped_at: later }],
  setup_link: [{ digest: Buffer.alloc(31) }, { expires_at: '2026-03-01T12:00:00Z' }],
  signing_key: [{ alg: 'HS256' }, { public_jwk: { kty: 'EC', d: 'private' } }],
  validation_run: [
    { trigger: 'mood' }, { scanned: -1 }, { total: -1 }, { ended_at: '2026-02-01T12:00:00Z', outcome: 'completed' },
    { ended_at: later }, { outcome: 'completed' }, { ended_at: later, outcome: 'bored' }, { counts: '[]' },
  ],
  governance_day: [{ live: -1 }, { never_used: -1 }],
  mfa_device: [
    { name: '' }, { name: 'x'.repeat(65) }, { encrypted_secret: Buffer.alloc(28) }, { activated_at: '2026-02-01T12:00:00Z' }, { turned_on: true },
    { last_step: 1 }, { activated_at: later, last_step: -1 },
    ...['exchange_failed_at', 'console_failed_at'].flatMap((column) => [{ [column]: null }, { [column]: Array.from({ length: 5 }, () => later) }]),
  ],
  mfa_recovery_code: [{ digest: Buffer.alloc(31) }],
  bulk_change: [
    { kind: 'revoke' }, { reason: null }, { reason: 'mood' }, { kind: 'activate' }, { note: 'x'.repeat(501) }, { changed: -1 }, { expired: -1 },
    { filter: '[]' }, { failures: '{}' }, { ended_at: '2026-02-01T12:00:00Z' },
  ],
}

/** What must stay possible at the edges of the same rules. */
const RIGHT: Record<string, Row[]> = {
  service: [{ secret_digest: Buffer.alloc(32), secret_created_at: later }],
  api_token: [{}, { name: 'x'.repeat(64) }, days30, { ...days30, ttl_unit: 'seconds', ttl_value: 61 }, { all_roles: true, org_roles: [] }, { open_id: true, org_roles: [] }, { ...deactivated, deactivation_note: 'why' }],
  token_life: [{ max_violation: 'never_expires', max_violation_since: later, idle_violation_since: later }],
  token_policy: [{ max_enabled: true, max_ttl_value: 1827, max_ttl_unit: 'days' }, { idle_enabled: true, idle_ttl_value: 1, idle_ttl_unit: 'minutes' }, { max_ttl_value: 90, max_ttl_unit: 'days' }],
  validation_run: [{ ended_at: later, outcome: 'superseded' }],
  bulk_change: [{ kind: 'activate', reason: null }, { ended_at: later, note: 'x'.repeat(500) }],
  membership: [{ roles: [], service_roles: [] }, { service_roles: ['external/a/b', 'external/a/c'] }],
}

const cases = (rows: Record<string, Row[]>) => Object.entries(rows).flatMap(([table, list]) => list.map((row) => ({ table, row })))

it.each(TABLES)('%s takes its sample row', async (table) => {
  await insertBefore(table)
  await insertRow(client, table, SAMPLE_ROWS[table] ?? {})
})

it.each(cases(WRONG))('$table refuses $row', async ({ table, row }) => {
  // Foreign keys are checked after CHECKs, so the row needs no company.
  await expect(insertRow(client, table, { ...SAMPLE_ROWS[table], ...row })).rejects.toMatchObject({ code: CHECK_VIOLATION })
})

it.each(cases(RIGHT))('$table takes $row', async ({ table, row }) => {
  await insertBefore(table)
  await insertRow(client, table, { ...SAMPLE_ROWS[table], ...row })
})
