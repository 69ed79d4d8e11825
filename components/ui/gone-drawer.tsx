import type { ComponentProps } from 'react'
import { Drawer } from './drawer'

/** In place of details whose address names nothing, or nothing any more. */
export function GoneDrawer({ text, ...drawer }: Omit<ComponentProps<typeof Drawer>, 'children' | 'lead' | 'foot'> & { text: string }) {
  return (
    <Drawer {...drawer}>
      <p className="text-md text-pretty text-muted">{text}</p>
    </Drawer>
  )
}
