import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import type { OwnToken } from '@/lib/tokens/own-token'
import { Note, strong } from './note'
import { regenerableOf } from '../list/own-acts'
import { RegenerateButton } from '../regenerate/regenerate-button'

type ViolationNoteProps = {
  token: OwnToken
  since: Date
  /** Null where the policy was switched off after the latest validation. */
  limit: TtlLimit | null
}

/** Granted for longer than the organization allows by now. `works`: it can still be exchanged. */
export function MaxTtlNote({ token, since, limit, works }: ViolationNoteProps & { works: boolean }) {
  const t = useTranslations('note')
  const ttlText = useTtlText()
  const regenerable = regenerableOf(token)
  return (
    <Note
      icon={TriangleAlert}
      tone="warn"
      act={regenerable ? <RegenerateButton token={regenerable}>{t('regenerateShorter')}</RegenerateButton> : null}
    >
      {t.rich('aboveMax', {
        b: strong,
        since: () => <Instant at={since} precision="day" />,
        granted: token.ttl ? 'ttl' : 'never',
        ttl: token.ttl ? ttlText(token.ttl) : '',
        known: limit ? 'yes' : 'no',
        limit: limit ? ttlText(limit) : '',
        state: works ? 'works' : 'other',
      })}
    </Note>
  )
}

/** Lies unused for longer than the organization allows. Using it is what ends that. */
export function IdleNote({ token, since, limit }: ViolationNoteProps) {
  const t = useTranslations('note')
  const ttlText = useTtlText()
  const { lastUsedAt } = token
  return (
    <Note icon={TriangleAlert} tone="warn">
      {t.rich('aboveIdle', {
        b: strong,
        since: () => <Instant at={since} precision="day" />,
        used: lastUsedAt ? 'once' : 'never',
        at: () => <Instant at={lastUsedAt ?? token.issuedAt} precision="day" />,
        known: limit ? 'yes' : 'no',
        limit: limit ? ttlText(limit) : '',
      })}
    </Note>
  )
}
