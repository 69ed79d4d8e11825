import { Ban, ClockAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Instant } from '@/components/tokens/instant'
import { linkClass } from '@/components/ui/link'
import { Cell, Row } from '@/components/ui/table'
import type { OwnToken } from '@/lib/tokens/own-token'

type Deactivated = NonNullable<OwnToken['deactivated']>

/** `forOwner`: the reader is an Organization Owner, who need not be sent to one. */
type TokenNoteProps = { token: OwnToken; forOwner: boolean }

const strong = (text: React.ReactNode) => <strong className="font-label text-ink">{text}</strong>
const link = (text: React.ReactNode) => (
  <Link href="/my-account/api-tokens/generate" className={linkClass}>
    {text}
  </Link>
)

/** The reason as a sentence, and in quotes what the owner wrote. */
function useReason() {
  const t = useTranslations()
  return ({ reason, note }: Deactivated) => {
    const quoted = note ? t('note.quote', { text: note }) : ''
    return reason === 'other' && quoted ? quoted : [t(`reasons.${reason}`), quoted].filter(Boolean).join(' ')
  }
}

function Sentence({ token, forOwner }: TokenNoteProps) {
  const t = useTranslations('note')
  const reason = useReason()
  const { deactivated, expiresAt } = token
  if (!deactivated) return t.rich('expired', { b: strong, link, at: () => <Instant at={expiresAt ?? token.createdAt} /> })
  const told = {
    b: strong,
    by: deactivated.by || t('someOwner'),
    reason: reason(deactivated),
    reader: forOwner ? 'owner' : 'other',
    at: () => <Instant at={deactivated.at} />,
  }
  if (!token.expired || !expiresAt) return t.rich('deactivated', told)
  return t.rich('deactivatedAndExpired', { ...told, link, expiredAt: () => <Instant at={expiresAt} precision="day" /> })
}

/** What is wrong with a token, since when, and the one thing to do. A working token has none. */
export function TokenNote({ token, forOwner }: TokenNoteProps) {
  return (
    <Row kind="note">
      <Cell colSpan={7}>
        <span className="grid grid-cols-[14px_minmax(0,1fr)] items-start gap-x-2 text-pretty text-muted">
          {token.deactivated ? <Ban className="mt-0.5 size-3.5 stroke-2" /> : <ClockAlert className="mt-0.5 size-3.5 stroke-2 text-danger" />}
          <span className="max-w-[52rem] wrap-anywhere">
            <Sentence token={token} forOwner={forOwner} />
          </span>
        </span>
      </Cell>
    </Row>
  )
}
