'use client'

import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import type { MenuGroup } from './menu-entry'

const loadPopup = () => import('./menu-popup')
const MenuPopup = lazy(async () => ({ default: (await loadPopup()).MenuPopup }))

/** A menu that could not be fetched ahead is fetched when it is opened, and fails there if it must. */
function fetchedLater() {
  return null
}

function fetchAhead() {
  loadPopup().catch(fetchedLater)
}

export type MenuProps = {
  /** The accessible name of the button where its text does not say it. */
  label?: string
  triggerClass: string
  trigger: ReactNode
  groups: MenuGroup[]
  align?: 'start' | 'end'
}

/**
 * A button with a menu. The menu's code weighs as much as a small page, so it is fetched when the pointer or the
 * focus comes near, and a page whose menus nobody opens never pays for it.
 */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={props.label}
      className={props.triggerClass}
      onPointerEnter={fetchAhead}
      onFocus={fetchAhead}
      onClick={() => setWanted(true)}
    >
      {props.trigger}
    </button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <MenuPopup {...props} />
    </Suspense>
  )
}
