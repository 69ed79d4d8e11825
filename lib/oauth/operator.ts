import type { RecentUserContext } from '../platform/context'
import type { Peer } from '../platform/peer'
import type { InstallationOwnerContext } from '../platform/roles'

/** Whoever may use the command line of the installation, who needs no account here. */
type CommandLine = { userId: null; request: Peer }

/** Who runs the installation: one of its owners, signed in just now, or whoever may use its command line. */
export type Operator = (InstallationOwnerContext & RecentUserContext) | CommandLine
