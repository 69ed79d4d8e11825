'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import { Banner } from '@/components/ui/banner'
import { Button, ButtonLink } from '@/components/ui/button'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { POLICY_KINDS, toTtlPolicy, type PolicySettings } from '@/lib/governance/policy-settings'
import type { SavedPolicy } from '@/lib/governance/queries/find-policy-settings'

type ConflictProps = { saved: SavedPolicy; mine: PolicySettings; onTakeTheirs: () => void }

const strong = (text: React.ReactNode) => <strong>{text}</strong>
const cellClass = 'py-1 pr-4 text-left align-top font-text last:pr-0'

/** Somebody saved meanwhile: their values beside those in the form, and a choice. Nothing is overwritten unseen. */
export function Conflict({ saved, mine, onTakeTheirs }: ConflictProps) {
  const t = useTranslations('settings')
  const ttlText = useTtlText()
  const say = (settings: PolicySettings, kind: (typeof POLICY_KINDS)[number]) => {
    const limit = toTtlPolicy(settings)[kind]
    return limit ? ttlText(limit) : t('off')
  }
  return (
    <Banner tone="warn" icon={TriangleAlert} role="alert">
      <p>{t.rich('conflict', { b: strong, known: saved.savedBy ? 'yes' : 'no', name: saved.savedBy?.name ?? '', at: () => <Instant at={saved.savedAt} /> })}</p>
      <table className="my-2 tabular-nums">
        <thead>
          <tr className="text-xs text-muted">
            <th scope="col" className={cellClass}>
              {t('policy')}
            </th>
            <th scope="col" className={cellClass}>
              {t('theirs')}
            </th>
            <th scope="col" className={cellClass}>
              {t('mine')}
            </th>
          </tr>
        </thead>
        <tbody>
          {POLICY_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row" className={cellClass}>
                {t(kind)}
              </th>
              <td className={`${cellClass} font-strong`}>{say(saved, kind)}</td>
              <td className={cellClass}>{say(mine, kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onTakeTheirs} className="noscript:hidden">
          {t('takeTheirs')}
        </Button>
        <span className="hidden noscript:contents">
          <ButtonLink href={`${GOVERNANCE_PATH}/settings`} prefetch={false}>
            {t('takeTheirs')}
          </ButtonLink>
        </span>
        <Button type="submit">{t('keepMine')}</Button>
      </div>
    </Banner>
  )
}
