import type { ReactNode } from 'react'

/**
 * What a menu offers: a `page` of ours, an `href` that is left to the browser, or else an act.
 * `current` is the one of several that is on.
 */
export type MenuEntry = {
  id: string
  label: ReactNode
  icon?: ReactNode
  lang?: string
  danger?: boolean
  current?: boolean
  page?: string
  href?: string
  onSelect?: () => void
}

/** Entries that belong together; a line is drawn between groups. One without entries only tells its label. */
export type MenuGroup = { id: string; label?: ReactNode; entries: MenuEntry[] }
