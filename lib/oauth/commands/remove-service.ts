import { recordInstallationEvent } from '../../audit/commands'
import { DomainError } from '../../errors'
import { pool } from '../../platform/db'
import { inTransaction } from '../../platform/transaction'
import type { Operator } from '../operator'
import type { ServiceId } from '../schemas'

/** People whose roles one statement takes away: well below the time that one may take. */
const BATCH = 2_000

/** In one order for everybody: whoever changes some of the same people at the same time waits. */
const WITHDRAW = `
  WITH affected AS (
    SELECT org_id, user_id FROM membership
     WHERE EXISTS (SELECT 1 FROM unnest(service_roles) AS role WHERE starts_with(role, $1))
     ORDER BY org_id, user_id LIMIT ${BATCH} FOR UPDATE)
  UPDATE membership m
     SET service_roles = ARRAY(SELECT role FROM unnest(m.service_roles) AS role WHERE NOT starts_with(role, $1)), updated_at = now()
    FROM affected a WHERE m.org_id = a.org_id AND m.user_id = a.user_id`

/** Takes the service's roles from everybody who holds one; returns how many did. */
async function withdrawRoles(id: string): Promise<number> {
  let people = 0
  for (;;) {
    const { rowCount } = await pool().query(WITHDRAW, [`external/${id}/`])
    people += rowCount ?? 0
    if ((rowCount ?? 0) < BATCH) return people
  }
}

/**
 * Removes a service: it may introspect no more, and nobody holds its roles any longer, so no access token made from now
 * on is for it. API tokens keep its roles among their scopes, where they give nothing. A removal that was cut off is
 * completed by the next one.
 *
 * @throws {DomainError} not_found
 */
export async function removeService(operator: Operator, { id }: ServiceId): Promise<void> {
  // First of all: what it may do ends even where the rest takes a while.
  const { rowCount } = await pool().query('UPDATE service SET secret_digest = NULL, secret_created_at = NULL WHERE id = $1', [id])
  if (!rowCount) throw new DomainError('not_found')
  const people = await withdrawRoles(id)
  await inTransaction(async (tx) => {
    await tx.serviceRole.deleteMany({ where: { serviceId: id } })
    const { count } = await tx.service.deleteMany({ where: { id } })
    if (count === 0) return
    await recordInstallationEvent(tx, operator.request, { type: 'csp__remove_service', actorUserId: operator.userId, details: { service: id, people } })
  })
}
