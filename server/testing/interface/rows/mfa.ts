import { CALLERS, nothing, ofOrganization, OWNERS, type Doors, type Rows } from '../row'
import { PASSWORD } from '../world'

/** Nobody in the world has a device yet, so that there is nothing to turn on. */
const WITHOUT_DEVICE: Doors = { ...CALLERS, member: 409, admin: 409, owner: 409, narrowed: 409, foreign: 409 }

export const MFA_ROWS: Rows = {
  findPrincipalMfa: { ask: nothing, doors: CALLERS },
  turnPrincipalMfa: { ask: () => ({ json: { password: PASSWORD, turnedOn: true } }), doors: WITHOUT_DEVICE },
  findMfaApiTokenPolicy: { ask: ofOrganization, doors: OWNERS },
  activateMfaApiTokenPolicy: { ask: ofOrganization, doors: OWNERS },
  deactivateMfaApiTokenPolicy: { ask: ofOrganization, doors: OWNERS },
}
