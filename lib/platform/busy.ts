import { Prisma } from './generated/prisma/client'

/** What PostgreSQL says where somebody else held a row for too long, or waited for ours while we waited for theirs. */
const BUSY = new Set(['55P03', '40P01'])

/** The code of PostgreSQL's own, as pg tells it and as Prisma wraps it. */
function sqlState(error: unknown): unknown {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return sqlState(error.meta?.['driverAdapterError'])
  if (!(error instanceof Error)) return null
  if ('code' in error) return error.code
  return error.cause && typeof error.cause === 'object' && 'originalCode' in error.cause ? error.cause.originalCode : null
}

/** Whether a change was given up because another was in its way: nothing was done, and the same may go through in a moment. */
export function isBusy(error: unknown): boolean {
  return BUSY.has(String(sqlState(error)))
}
