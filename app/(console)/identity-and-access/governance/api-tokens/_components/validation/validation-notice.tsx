import { CircleAlert, Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Relative } from '@/components/tokens/instant'
import { ClientMessages } from '@/components/shell/client-messages'
import { Banner } from '@/components/ui/banner'
import type { LatestRun } from '@/lib/governance/queries/find-latest-run'
import { ValidationProgress } from './validation-progress'

type NoticeProps = { latest: LatestRun; now: Date; isOwner: boolean }

/** That what is shown of violations may not be so any more. */
function Stale({ latest: { ended, completedAt, overdue }, now, isOwner }: NoticeProps) {
  const t = useTranslations('validation')
  const failed = ended?.outcome === 'failed'
  if (!failed && !overdue) return null
  const since = completedAt ? t.rich('asOf', { when: () => <Relative key="when" at={completedAt} now={now} /> }) : null
  return (
    <div className="mb-4">
      <Banner tone={failed ? 'danger' : 'warn'} icon={failed ? CircleAlert : Clock}>
        <strong>{failed ? t('failedNotice') : t('overdue')}</strong> {since} <span className="text-muted">{isOwner ? t('ownerAdvice') : t('administratorAdvice')}</span>
      </Banner>
    </div>
  )
}

/** What there is to say of validating the organization's tokens, if anything: that it goes on, has failed, or is late. */
export function ValidationNotice(props: NoticeProps) {
  const { open } = props.latest
  if (!open) return <Stale {...props} />
  return (
    <ClientMessages parts={['validation']}>
      <ValidationProgress key={open.id} run={{ id: open.id, scanned: open.scanned, total: open.total }} long={props.now.getTime() - open.startedAt.getTime() > 1_000} waiting={!open.seenRecently} />
    </ClientMessages>
  )
}
