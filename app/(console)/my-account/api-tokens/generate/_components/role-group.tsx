'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Check } from '@/components/ui/check'

export type RoleChoice = { scope: string; name: string; about: React.ReactNode; held: boolean }

type RoleGroupProps = {
  id: string
  title: string
  roles: RoleChoice[]
  chosen: readonly string[]
  onToggle: (scope: string, on: boolean) => void
  startsOpen: boolean
}

/** The roles of the organization or of one service, to fold; those that are held come first. */
export function RoleGroup({ id, title, roles, chosen, onToggle, startsOpen }: RoleGroupProps) {
  const t = useTranslations('generate')
  const held = roles.filter((role) => role.held)
  const count = held.filter(({ scope }) => chosen.includes(scope)).length
  return (
    <details open={startsOpen} className="group border-line px-3 py-1 not-first:border-t">
      <summary className="flex min-h-9 items-center gap-2 font-label">
        <ChevronRight className="size-3.5 stroke-2 group-open:rotate-90" />
        <span className="min-w-0 wrap-anywhere">{title}</span>
        <span className="ml-auto font-text whitespace-nowrap text-subtle tabular-nums noscript:hidden">{t('chosenOf', { chosen: count, total: held.length })}</span>
      </summary>
      <div className="columns-2 gap-x-6 pb-2 pl-[1.375rem] max-sm:columns-1">
        {[...held, ...roles.filter((role) => !role.held)].map((role) => (
          <Check
            key={role.scope}
            id={`${id}-${role.scope}`}
            name="roles"
            value={role.scope}
            label={role.name}
            help={role.held ? role.about : t('notHeld')}
            disabled={!role.held}
            checked={chosen.includes(role.scope)}
            onChange={(event) => onToggle(role.scope, event.target.checked)}
          />
        ))}
      </div>
    </details>
  )
}
