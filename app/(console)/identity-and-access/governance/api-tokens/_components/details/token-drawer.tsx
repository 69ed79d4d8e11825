import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { GoneDrawer } from '@/components/ui/gone-drawer'
import { listAddress, type ListPlace } from '@/lib/governance/list-address'
import type { TokenDetails } from '@/lib/governance/token-details'
import type { TtlPolicy } from '@/lib/governance/violation'
import { ActButton } from '../acts/act-button'
import { actableOf } from '../acts/actable'
import { LIST_ID } from '../acts/list-id'
import { rowId } from './details-address'
import { FactPanel } from './fact-panel'
import { History } from './history'
import { TokenFacts } from './token-facts'

const AUDIT_EVENTS_PATH = '/identity-and-access/audit-events'

type TokenDrawerProps = {
  /** Null: the address names none that there is. */
  token: TokenDetails | null
  place: ListPlace
  organization: string
  policy: TtlPolicy
  now: Date
  /** The reader may read the audit events. */
  audits: boolean
}

/** All that there is to know of the token that the address names, over the list. */
export function TokenDrawer({ token, place, organization, policy, now, audits }: TokenDrawerProps) {
  const t = useTranslations('governance.details')
  const common = { close: listAddress({ ...place, details: undefined }), closeLabel: t('close') }
  if (!token) return <GoneDrawer {...common} title={t('gone')} text={t('goneText', { organization })} returnTo={[LIST_ID]} />
  return (
    <Drawer
      key={token.id}
      {...common}
      title={token.name}
      lead={<p className="font-mono text-xs text-subtle">…{token.lastFour}</p>}
      returnTo={[rowId(token.id), LIST_ID]}
      foot={
        <>
          <ActButton token={actableOf(token, now)} />
          {audits ? (
            <Link href={`${AUDIT_EVENTS_PATH}?token=${token.id}`} prefetch={false} className={buttonClass({ look: 'quiet' })}>
              {t('auditEvents')}
            </Link>
          ) : null}
        </>
      }
    >
      <FactPanel token={token} policy={policy} now={now} />
      <TokenFacts token={token} place={place} now={now} />
      <History token={token} />
    </Drawer>
  )
}
