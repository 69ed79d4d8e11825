import type { Client } from 'pg'

/** Columns and values of one row; `undefined` is left to the column's default. */
export type Row = Record<string, unknown>

const AT = '2026-03-01T12:00:00Z'
const ORG = '01900000-0000-7000-8000-000000000001'
const USER = '01900000-0000-7000-8000-000000000002'
const ID = '01900000-0000-7000-8000-000000000003'

/** One valid row of each table, in an order that satisfies foreign keys. */
export const SAMPLE_ROWS: Record<string, Row> = {
  user_account: { id: USER, email: 'ada@example.com', first_name: 'Ada', last_name: 'Rossi', created_at: AT },
  organization: { id: ORG, name: 'Example Labs', created_at: AT },
  session: { id: ID, user_id: USER, created_at: AT, authenticated_at: AT, last_seen_at: AT, expires_at: '2026-03-02T00:00:00Z' },
  membership: { org_id: ORG, user_id: USER, roles: ['org_member'], service_roles: ['external/warehouse/reader'], created_at: AT, updated_at: AT },
  service: { id: 'warehouse', display_name: 'Warehouse', created_at: AT },
  service_role: { service_id: 'warehouse', name: 'reader', display_name: 'Reader' },
  api_token: {
    org_id: ORG, id: ID, user_id: USER, name: 'nightly build', digest: Buffer.alloc(32), digest_key_version: 1, last_four: 'x9Qz',
    created_at: AT, issued_at: AT, org_roles: ['org_member'], service_roles: [], idempotency_key: ID,
  },
  ended_access_token: { org_id: ORG, jti: ID, expires_at: AT },
  token_life: { org_id: ORG, id: ID, user_id: USER, created_at: AT, issued_at: AT },
  token_policy: { org_id: ORG, updated_at: AT },
  exchange_failure: { org_id: ORG, token_id: ID, cause: 'invalid_scope', minute: AT },
  audit_event: { org_id: ORG, id: ID, at: AT, type: 'csp__generate_api_token', result: 'success' },
  installation_event: { id: ID, at: AT, type: 'csp__sign_in', result: 'failure' },
  outbox_mail: { org_id: ORG, id: ID, cause: 'token_generated:1', template: 'token_generated', recipient_id: USER, data: {}, created_at: AT },
  signing_key: { kid: 'a', alg: 'ES256', public_jwk: { kty: 'EC' }, encrypted_private: Buffer.alloc(60), created_at: AT, active_from: AT },
  setup_link: { digest: Buffer.alloc(32), created_at: AT, expires_at: '2026-03-02T12:00:00Z' },
  validation_run: { org_id: ORG, id: ID, trigger: 'schedule', started_at: AT },
  governance_day: {
    org_id: ORG, day: '2026-03-01', at: AT, live: 1, violating: 0, max_violating: 0, idle_violating: 0, deactivated: 0,
    expiring_soon: 0, unused: 0, never_used: 1, never_expires: 0,
  },
  mfa_device: { user_id: USER, name: 'Phone', encrypted_secret: Buffer.alloc(60), created_at: AT },
  mfa_recovery_code: { user_id: USER, digest: Buffer.alloc(32) },
  bulk_change: { org_id: ORG, id: ID, kind: 'deactivate', filter: {}, reason: 'other', started_by: USER, started_at: AT, total: 1 },
}

/** Inserts `row` into `table`. */
export async function insertRow(client: Client, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row)
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const values = columns.map((_column, at) => `$${at + 1}`).join(', ')
  await client.query(`INSERT INTO ${client.escapeIdentifier(table)} (${names}) VALUES (${values})`, Object.values(row))
}
