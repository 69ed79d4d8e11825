import { ANYBODY, nothing, type Asked, type Doors, type Rows } from '../row'
import type { Caller, World } from '../world'

/** Whatever else was sent, there is none. */
const NOWHERE = Object.fromEntries(Object.keys(ANYBODY).map((door) => [door, 400])) as Doors
/** Services authenticate with a secret of their own; an access token is none. */
const SERVICES: Doors = { ...(Object.fromEntries(Object.keys(ANYBODY).map((door) => [door, 401])) as Doors), service: 200 }

const refresh = (_world: World, { apiToken }: Caller): Asked => ({ form: { grant_type: 'refresh_token', refresh_token: apiToken } })

export const EXCHANGE_ROWS: Rows = {
  authorize: { ask: (_world, { apiToken }) => ({ form: { api_token: apiToken, grant_type: 'refresh_token' } }), doors: ANYBODY },
  authorizeByGrant: { ask: refresh, doors: ANYBODY },
  tokenByGrant: { ask: refresh, doors: ANYBODY },
  describePresented: { ask: (_world, { apiToken }) => ({ json: { tokenValue: apiToken } }), doors: ANYBODY },
  listKeys: { ask: nothing, doors: ANYBODY },
  findPublicKey: { ask: nothing, doors: ANYBODY },
  findOpenIdConfiguration: { ask: nothing, doors: ANYBODY },
  findServerMetadata: { ask: nothing, doors: ANYBODY },
  findOpenIdConfigurationOfApi: { ask: nothing, doors: ANYBODY },
  findOpenIdConfigurationOfAuth: { ask: nothing, doors: ANYBODY },
  startAuthorization: { ask: nothing, doors: NOWHERE },
  postAuthorization: { ask: nothing, doors: NOWHERE },
  grantToken: { ask: refresh, doors: ANYBODY },
  introspectToken: { ask: (_world, { accessToken }) => ({ form: { token: accessToken } }), doors: SERVICES },
  revokePresented: { ask: () => ({ form: { token: 'none-of-ours' } }), doors: ANYBODY },
}
