'use client'

import { Activity, ClockAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { ChangeKind } from '@/lib/governance/token-change'
import type { Actable } from './actable'

/** Names up to which a sentence holds them all. */
const MAX_IN_SENTENCE = 3

const strong = (text: React.ReactNode) => <strong>{text}</strong>

/** More names than a sentence holds. Focusable, since a long list scrolls. */
function TokenNames({ tokens }: { tokens: Actable[] }) {
  const t = useTranslations('acts')
  return (
    <ul tabIndex={0} aria-label={t('which')} className="max-h-48 overflow-y-auto rounded-control border border-line bg-surface-sunken px-3 py-2 text-md">
      {tokens.map(({ tokenId, name, userName }) => (
        <li key={tokenId} className="py-0.5 wrap-anywhere">
          <span className="font-label">{name}</span> <span className="text-muted">{userName}</span>
        </li>
      ))}
    </ul>
  )
}

/** What deserves a second thought: something depends on them, or activating alone does not help. */
function Warning({ kind, tokens }: { kind: ChangeKind; tokens: Actable[] }) {
  const t = useTranslations('acts')
  const count = tokens.length
  const off = kind === 'deactivate'
  const concerned = tokens.filter(({ usedRecently, expired }) => (off ? usedRecently && !expired : expired)).length
  if (concerned === 0) return null
  const told = { count, used: concerned, expired: concerned, b: strong }
  const one = off ? 'recentOne' : 'expiredOne'
  const some = off ? 'recent' : 'expired'
  return (
    <Banner tone="warn" icon={off ? Activity : ClockAlert}>
      {t.rich(count === 1 ? one : some, told)}
    </Banner>
  )
}

/** What stops or starts, for whom, and whether it can be undone. */
export function Consequence({ kind, tokens }: { kind: ChangeKind; tokens: Actable[] }) {
  const t = useTranslations('acts')
  const format = useFormatter()
  const count = tokens.length
  const users = [...new Set(tokens.map(({ userName }) => userName))]
  const listed = count > MAX_IN_SENTENCE
  const told = {
    count,
    names: listed ? t('these', { count }) : format.list(tokens.map(({ name }) => name)),
    users: users.length,
    userNames: users.length > MAX_IN_SENTENCE ? t('people', { count: users.length }) : format.list(users),
  }
  return (
    <>
      {listed ? <TokenNames tokens={tokens} /> : null}
      <p className="text-md text-pretty wrap-anywhere">
        {t(`consequence.${kind}`, told)} {kind === 'deactivate' ? t('undo', { count }) : null}
      </p>
      {kind === 'deactivate' ? <p className="text-pretty text-muted">{t('delay')}</p> : null}
      <Warning kind={kind} tokens={tokens} />
    </>
  )
}
