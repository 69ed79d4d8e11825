import { pool } from '@/lib/platform/db'
import { CALLERS, nothing, ofOrganization, OWNERS, type Asked, type Doors, type Rows } from '../row'
import { PASSWORD, type World } from '../world'

/** Nobody in the world has a device yet, so that there is nothing to turn on. */
const WITHOUT_DEVICE: Doors = { ...CALLERS, member: 409, admin: 409, owner: 409, narrowed: 409, foreign: 409 }

/** Nobody in the world has a passcode to stop it with: it is stopped already, and so stays. */
async function notEnforced(world: World): Promise<Asked> {
  await pool().query('UPDATE organization SET mfa_enforced_at = NULL WHERE id = $1', [world.orgId])
  return ofOrganization(world)
}

export const MFA_ROWS: Rows = {
  findPrincipalMfa: { ask: nothing, doors: CALLERS },
  turnPrincipalMfa: { ask: () => ({ json: { password: PASSWORD, turnedOn: true } }), doors: WITHOUT_DEVICE },
  findMfaApiTokenPolicy: { ask: ofOrganization, doors: OWNERS },
  activateMfaApiTokenPolicy: { ask: ofOrganization, doors: OWNERS },
  deactivateMfaApiTokenPolicy: { ask: notEnforced, doors: OWNERS },
}
