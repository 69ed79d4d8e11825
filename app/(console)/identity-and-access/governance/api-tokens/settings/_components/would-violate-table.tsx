import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Relative, ShortMoment } from '@/components/tokens/instant'
import { Cell, Head, HeadCell, NameCell, Row, RowGroup, Table, TwoLines } from '@/components/ui/table'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import type { WouldViolate } from '@/lib/governance/policy-preview'
import type { TtlPolicy } from '@/lib/governance/violation'
import { ViolationReasons } from './violation-reasons'

/** `now` is when they were looked at; `policy` the one that they would violate. */
type WouldViolateTableProps = { tokens: WouldViolate[]; policy: TtlPolicy; now: Date }

function LastUse({ at, now }: { at: Date | null; now: Date }) {
  const t = useTranslations()
  if (!at) return <TwoLines label={t('settings.lastUsed')}>{t('dates.neverUsed')}</TwoLines>
  return (
    <TwoLines label={t('settings.lastUsed')} second={<ShortMoment at={at} now={now} />}>
      <Relative at={at} now={now} />
    </TwoLines>
  )
}

/** The tokens that a policy would newly make violate: whose each is, and why. */
export function WouldViolateTable({ tokens, policy, now }: WouldViolateTableProps) {
  const t = useTranslations('settings')
  return (
    <Table aria-label={t('table')}>
      <Head>
        <HeadCell>{t('token')}</HeadCell>
        <HeadCell>{t('user')}</HeadCell>
        <HeadCell>{t('wouldViolate')}</HeadCell>
        <HeadCell className="w-[8.5rem]">{t('lastUsed')}</HeadCell>
      </Head>
      {tokens.map((token) => (
        <RowGroup key={token.id}>
          <Row>
            <NameCell>
              <Link href={`${GOVERNANCE_PATH}?details=${token.id}`} prefetch={false} className="font-label wrap-anywhere text-ink hover:underline">
                {token.name}
              </Link>
              <span className="block font-mono text-xs text-subtle">…{token.lastFour}</span>
            </NameCell>
            <Cell at="full">
              <TwoLines label={t('user')} second={token.user.email}>
                {token.user.name}
              </TwoLines>
            </Cell>
            <Cell at="full">
              <ViolationReasons token={token} policy={policy} now={now} />
            </Cell>
            <Cell at="full" data-dates>
              <LastUse at={token.lastUsedAt} now={now} />
            </Cell>
          </Row>
        </RowGroup>
      ))}
    </Table>
  )
}
