'use client'

import type { ReactNode } from 'react'
import type { MenuGroup } from './menu-entry'
import { onDemand, useOnDemand } from './on-demand'

export type MenuProps = {
  /** The accessible name of the button where its text does not say it. */
  label?: string
  triggerClass: string
  trigger: ReactNode
  groups: MenuGroup[]
  align?: 'start' | 'end'
}

const popup = onDemand<MenuProps>(async () => (await import('./menu-popup')).MenuPopup)

/** `onNear`: the pointer or the focus has come near, what the entries need can be fetched. */
type WithOnNear = MenuProps & { onNear?: () => void }

/**
 * A button with a menu. The menu's code weighs as much as a small page, so it is fetched when the pointer or the
 * focus comes near, and a page whose menus nobody opens never pays for it.
 */
export function Menu({ onNear, ...props }: WithOnNear) {
  const [Popup, want] = useOnDemand(popup)
  if (Popup) return <Popup {...props} />
  function near() {
    popup.ahead()
    onNear?.()
  }
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={props.label}
      className={props.triggerClass}
      onPointerEnter={near}
      onFocus={near}
      onClick={want}
    >
      {props.trigger}
    </button>
  )
}
