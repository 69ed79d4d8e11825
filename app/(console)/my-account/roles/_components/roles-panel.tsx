import { Panel, PanelHead } from '@/components/ui/panel'

type RolesPanelProps = { id: string; title: string; empty: string; children: React.ReactNode[] }

/** Roles of one kind; `empty` says it where there are none. */
export function RolesPanel({ id, title, empty, children }: RolesPanelProps) {
  return (
    <Panel aria-labelledby={id}>
      <PanelHead id={id} title={title} help={children.length === 0 ? empty : undefined} />
      {children.length > 0 ? <ul aria-labelledby={id}>{children}</ul> : null}
    </Panel>
  )
}
