'use client'

import { Monitor, Smartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Relative, ShortMoment } from '@/components/tokens/instant'
import { Badge } from '@/components/ui/badge'
import type { OwnSession } from '@/lib/identity/queries/own-account'
import { useDeviceName } from './use-device-name'

const HANDHELD = ['iPhone', 'iPad', 'Android']

type SessionRowProps = { session: OwnSession; now: Date; current?: boolean; children?: React.ReactNode }

/** Where from and with what, then since when. @param children the act, at the end */
export function SessionRow({ session, now, current = false, children }: SessionRowProps) {
  const t = useTranslations('security')
  const deviceName = useDeviceName()
  const Icon = HANDHELD.includes(session.device.system ?? '') ? Smartphone : Monitor
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line px-5 py-2.5 max-sm:px-4">
      <Icon className="text-subtle" />
      <div className="grid gap-0.5">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span title={session.userAgent ?? undefined} className="font-label wrap-anywhere">
            {deviceName(session)}
          </span>
          {current ? <Badge tone="plain">{t('thisSession')}</Badge> : null}
        </span>
        <span className="text-xs text-pretty text-subtle">
          {session.ip ? <code className="wrap-anywhere">{session.ip}</code> : t('unknownAddress')}
          {' · '}
          {t.rich('signedIn', { at: () => <ShortMoment at={session.createdAt} now={now} /> })}
          {' · '}
          {t.rich('lastSeen', { at: () => <Relative at={session.lastSeenAt} now={now} /> })}
        </span>
      </div>
      {children}
    </li>
  )
}
