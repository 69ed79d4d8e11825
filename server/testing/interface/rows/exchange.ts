import { ANYBODY, nothing, type Rows } from '../row'

export const EXCHANGE_ROWS: Rows = {
  authorize: { ask: (_world, { apiToken }) => ({ form: { api_token: apiToken, grant_type: 'refresh_token' } }), doors: ANYBODY },
  listKeys: { ask: nothing, doors: ANYBODY },
  findPublicKey: { ask: nothing, doors: ANYBODY },
}
