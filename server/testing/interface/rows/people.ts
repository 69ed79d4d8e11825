import { CALLERS, nothing, type Rows } from '../row'

export const PEOPLE_ROWS: Rows = {
  findLoggedInUser: { ask: nothing, doors: CALLERS },
}
