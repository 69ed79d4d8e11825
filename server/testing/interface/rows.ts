import type { Row } from './row'
import { EXCHANGE_ROWS } from './rows/exchange'
import { GOVERNANCE_ROWS } from './rows/governance'
import { OPERATIONS_ROWS } from './rows/operations'
import { OWN_TOKEN_ROWS } from './rows/own-tokens'
import { PEOPLE_ROWS } from './rows/people'

/** Every endpoint by its operation. One that is missing fails the tests that walk them all. */
const ROWS = new Map<string, Row>([EXCHANGE_ROWS, PEOPLE_ROWS, OWN_TOKEN_ROWS, GOVERNANCE_ROWS, OPERATIONS_ROWS].flatMap((rows) => Object.entries(rows)))

export const rowNames = (): string[] => [...ROWS.keys()]

/** @throws {Error} where a new endpoint has no row yet */
export function rowOf(operation: string): Row {
  const row = ROWS.get(operation)
  if (!row) throw new Error(`${operation} has no row in server/testing/interface/rows: say how to ask it, and who may`)
  return row
}
