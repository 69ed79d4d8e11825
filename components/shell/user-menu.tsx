'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { accepted, callAction, type Result } from '@/components/forms/call-action'
import { buttonClass } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Menu } from '@/components/ui/menu'
import { Avatar } from './avatar'
import { MY_ACCOUNT } from './navigation'
import { navigationIcons } from './navigation-icons'

type UserMenuProps = { name: string; email: string; signOutAction: (input: Record<string, never>) => Promise<Result<never> | Result<void>> }

export function UserMenu({ name, email, signOutAction }: UserMenuProps) {
  const t = useTranslations()
  const [, startTransition] = useTransition()
  const signOut = () => startTransition(async () => accepted(await callAction(signOutAction, {})))
  return (
    <Menu
      label={t('shell.user', { name })}
      triggerClass={classNames(buttonClass({ look: 'quiet' }), 'max-lg:w-10 max-lg:flex-none max-lg:px-0')}
      trigger={
        <>
          <Avatar shape="person" name={name} />
          <span className="text-ink max-lg:sr-only">{name}</span>
        </>
      }
      groups={[
        { id: 'person', label: <span className="text-ink">{email}</span>, entries: [] },
        {
          id: 'account',
          label: t('nav.myAccount'),
          entries: MY_ACCOUNT.map(({ label, path, icon }) => ({ id: label, label: t(`nav.${label}`), icon: navigationIcons[icon], page: path })),
        },
        { id: 'leave', entries: [{ id: 'sign-out', label: t('shell.signOut'), icon: <LogOut />, onSelect: signOut }] },
      ]}
    />
  )
}
