import { ANYBODY, nothing, type Rows } from '../row'

export const OPERATIONS_ROWS: Rows = {
  findHealth: { ask: nothing, doors: ANYBODY },
  findReadiness: { ask: nothing, doors: ANYBODY },
  findDescription: { ask: nothing, doors: ANYBODY },
}
