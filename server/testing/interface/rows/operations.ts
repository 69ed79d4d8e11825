import { ANYBODY, nothing, type Doors, type Rows } from '../row'

/** METRICS_TOKEN and CRON_SECRET are nobody's but the operator's. */
const NOBODY = Object.fromEntries(Object.keys(ANYBODY).map((door) => [door, 401])) as Doors

export const OPERATIONS_ROWS: Rows = {
  findHealth: { ask: nothing, doors: ANYBODY },
  findReadiness: { ask: nothing, doors: ANYBODY },
  findMetrics: { ask: nothing, doors: NOBODY },
  validateTokens: { ask: nothing, doors: NOBODY },
  postValidateTokens: { ask: nothing, doors: NOBODY },
  findDescription: { ask: nothing, doors: ANYBODY },
}
