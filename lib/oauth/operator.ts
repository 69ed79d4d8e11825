import type { Peer } from '../platform/peer'

/** Who runs the installation: a person, or whoever may use its command line, who needs no account here. */
export type Operator = { userId: string | null; request: Peer }
