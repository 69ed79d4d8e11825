'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { accepted, callAction, type Result } from '@/components/forms/call-action'
import { buttonClass } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Menu } from '@/components/ui/menu'
import { Turning } from '@/components/ui/turning'
import { Avatar } from './avatar'

type Organization = { id: string; name: string }

type OrganizationMenuProps = {
  current: Organization
  organizations: Organization[]
  switchAction: (input: { orgId: string }) => Promise<Result<never> | Result<void>>
}

function CurrentOrganization({ name }: { name: string }) {
  const t = useTranslations('shell')
  return (
    <>
      <Avatar shape="organization" name={name} />
      <span className="sr-only">{t('organization')} </span>
      <span title={name} className="truncate text-ink">
        {name}
      </span>
    </>
  )
}

/** The organization that is shown. Who belongs to several changes it here; for others it is a name. */
export function OrganizationMenu({ current, organizations, switchAction }: OrganizationMenuProps) {
  const t = useTranslations('shell')
  const [pending, startTransition] = useTransition()
  const name = <CurrentOrganization name={current.name} />
  const looks = classNames(buttonClass({ look: 'quiet' }), 'min-w-0 max-sm:px-1')
  if (organizations.length < 2)
    return (
      <span title={current.name} className="flex min-w-0">
        <span className={classNames(looks, 'pointer-events-none')}>{name}</span>
      </span>
    )
  const switchTo = (orgId: string) => startTransition(async () => accepted(await callAction(switchAction, { orgId })))
  const entries = organizations.map(({ id, name: label }) => ({
    id,
    label,
    icon: <Avatar shape="organization" name={label} />,
    current: id === current.id,
    onSelect: () => switchTo(id),
  }))
  return (
    <>
      <Menu
        align="start"
        triggerClass={looks}
        trigger={
          <>
            {name}
            {pending ? <Turning className="size-3.5" /> : <ChevronsUpDown className="size-3.5 stroke-2" />}
          </>
        }
        groups={[{ id: 'organizations', label: t('organizations'), entries }]}
      />
      {/* Beside the button: what is inside of one is its name, and read out only when it is asked for. */}
      <span role="status" className="sr-only">
        {pending ? t('switching') : null}
      </span>
    </>
  )
}
