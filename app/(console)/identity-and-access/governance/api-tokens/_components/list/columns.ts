import type { SortKey } from '@/lib/governance/list-address'

/** The columns that the list can be sorted by, from left to right, each with the order that its first click gives. */
export const COLUMNS = [
  { key: 'violation', text: 'alert', descending: false },
  { key: 'name', text: 'token', descending: false },
  { key: 'user', text: 'user', descending: false },
  { key: 'status', text: 'status', descending: true },
  { key: 'scopes', text: 'scopes', descending: false },
  { key: 'created', text: 'created', descending: true },
  { key: 'expires', text: 'expires', descending: false },
  { key: 'used', text: 'lastUsed', descending: true },
] as const satisfies { key: SortKey; text: string; descending: boolean }[]

export type Column = (typeof COLUMNS)[number]
