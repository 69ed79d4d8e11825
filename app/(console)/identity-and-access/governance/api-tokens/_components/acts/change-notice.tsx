import { ClientMessages } from '@/components/shell/client-messages'
import type { BulkChange } from '@/lib/governance/token-change'
import { ChangeBanner } from './change-banner'

/** What findBulkChange has found, if anything, above the list. */
export function ChangeNotice({ change }: { change: BulkChange | null }) {
  if (!change) return null
  const { id, kind, total, changed, unchanged, failed, expired, failures, endedAt } = change
  return (
    <ClientMessages parts={['bulk', 'errors']}>
      <ChangeBanner id={id} kind={kind} total={total} changed={changed} unchanged={unchanged} failed={failed} expired={expired} failures={failures} ended={endedAt !== null} />
    </ClientMessages>
  )
}
