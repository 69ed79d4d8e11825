import type { Client } from 'pg'

/** Tables whose rows are only ever added: the application cannot rewrite history, whatever a bug makes it try. */
const APPEND_ONLY = ['audit_event', 'installation_event']

/** Where the queues lie: pg-boss's own name for it. */
export const QUEUE_SCHEMA = 'pgboss'

/**
 * Gives `appRole` what serving requests needs, and nothing that changes the schema. Done after every migration, so
 * that new tables are covered. Nothing to do where one role is both.
 */
export async function grantToApplication(client: Client, appRole: string): Promise<void> {
  const { rows } = await client.query<{ same: boolean }>('SELECT current_user = $1 AS same', [appRole])
  if (rows[0]?.same) return
  const role = client.escapeIdentifier(appRole)
  const appendOnly = APPEND_ONLY.map((table) => client.escapeIdentifier(table)).join(', ')
  await client.query(`
    BEGIN;
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
    REVOKE UPDATE, DELETE, TRUNCATE ON ${appendOnly} FROM ${role};
    REVOKE ALL ON _prisma_migrations FROM ${role};
    GRANT SELECT ON _prisma_migrations TO ${role};
    GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
    COMMIT;
  `)
}
