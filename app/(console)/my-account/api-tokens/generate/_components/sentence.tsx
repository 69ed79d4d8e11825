'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import type { Ttl } from '@/lib/time'
import type { Issued } from '@/lib/tokens/token-ttl'

type SentenceProps = {
  name: string
  names: string[]
  all: boolean
  openId: boolean
  ttl: Ttl | null
  issued: Issued
  organization: string
}

const b = (text: React.ReactNode) => <strong className="wrap-anywhere">{text}</strong>
const m = (text: React.ReactNode) => <span className="text-muted">{text}</span>

/** One sentence: who may do what, where, until when. Without JavaScript it could not follow the answers. */
export function Sentence({ name, names, all, openId, ttl, issued, organization }: SentenceProps) {
  const t = useTranslations('generate')
  const format = useFormatter()
  const ttlText = useTtlText()
  const told = { b, m, name: name.trim() || t('thisToken'), organization, roles: all ? t('everyRole') : format.list(names) }

  function say() {
    if (!all && names.length === 0) return t.rich(openId ? 'sayOpenId' : 'sayNothing', told)
    if ('code' in issued) return t.rich('sayUndated', told)
    const { expiresAt } = issued
    if (!expiresAt || !ttl) return t.rich('sayForever', told)
    // Server and browser may hold different versions of the same language's date patterns. The moment moves on
    // every minute: nobody wants to hear that.
    const until = () => (
      <time dateTime={expiresAt.toISOString()} aria-live="off" suppressHydrationWarning>
        {format.dateTime(expiresAt, 'longMoment')}
      </time>
    )
    return t.rich('sayUntil', { ...told, until, length: ttlText(ttl) })
  }

  return (
    <p aria-live="polite" className="text-md text-pretty wrap-anywhere noscript:hidden">
      {say()}
    </p>
  )
}
