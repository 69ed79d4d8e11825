import type { ErrorCode } from '../errors'

/** What an owner does to a token; undoing one is the other. */
export type ChangeKind = 'deactivate' | 'activate'

/** What became of one token that was asked for. Unchanged: it was so already. */
export type TokenResult = {
  tokenId: string
  outcome: 'changed' | 'unchanged' | 'refused'
  /** Why it was refused. */
  code: Extract<ErrorCode, 'not_found' | 'token_revoked'> | null
  /** It has expired: activated again, it still can't be exchanged until its user regenerates it. */
  expired: boolean
}

/** A token that a change of many could not change, and why. */
export type ChangeFailure = { tokenId: string; name: string; code: ErrorCode }

/** A change of many as it stands. `total` is what matched when it was confirmed. */
export type BulkChange = {
  id: string
  kind: ChangeKind
  startedAt: Date
  endedAt: Date | null
  total: number
  changed: number
  unchanged: number
  failed: number
  /** Of the changed ones, those that have expired. */
  expired: number
  failures: ChangeFailure[]
}
