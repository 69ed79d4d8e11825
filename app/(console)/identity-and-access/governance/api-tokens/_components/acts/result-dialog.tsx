'use client'

import { CircleCheck, CircleX, ClockAlert, Minus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ChangeKind, TokenResult } from '@/lib/governance/token-change'
import type { Actable } from './actable'

type ResultDialogProps = { kind: ChangeKind; tokens: Actable[]; results: TokenResult[]; open: boolean; onClose: () => void; finalFocus: () => HTMLElement | true }

function useOutcome(kind: ChangeKind) {
  const t = useTranslations('acts.outcome')
  return ({ outcome, code, expired }: TokenResult) => {
    if (code) return { text: t(code), mark: <CircleX className="text-danger" /> }
    if (outcome === 'unchanged') return { text: t(`${kind}.unchanged`), mark: <Minus className="text-subtle" /> }
    if (kind === 'activate' && expired) return { text: t('activate.expired'), mark: <ClockAlert className="text-danger" /> }
    return { text: t(`${kind}.changed`), mark: <CircleCheck className="text-success" /> }
  }
}

/** What became of each token, those that did not go as asked first. */
export function ResultDialog({ kind, tokens, results, open, onClose, finalFocus }: ResultDialogProps) {
  const t = useTranslations()
  const outcomeOf = useOutcome(kind)
  const names = new Map(tokens.map((token) => [token.tokenId, token]))
  const rank = ({ outcome, expired }: TokenResult) => (outcome === 'refused' ? 0 : outcome === 'unchanged' ? 1 : expired ? 2 : 3)
  const changed = results.filter(({ outcome }) => outcome === 'changed').length
  return (
    <Dialog
      open={open}
      onLeave={onClose}
      finalFocus={finalFocus}
      title={t(`acts.result.${kind}`, { changed, count: results.length })}
      footer={<Button onClick={onClose}>{t('shell.close')}</Button>}
    >
      <ul tabIndex={0} aria-label={t('acts.results')} className="grid max-h-80 gap-2 overflow-y-auto text-md">
        {results
          .toSorted((one, other) => rank(one) - rank(other))
          .map((result) => {
            const { text, mark } = outcomeOf(result)
            return (
              <li key={result.tokenId} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2 [&_.lucide]:mt-0.5">
                {mark}
                <span className="wrap-anywhere">
                  <span className="font-label">{names.get(result.tokenId)?.name}</span>{' '}
                  <span className="text-muted">{names.get(result.tokenId)?.userName}</span>
                  <span className="block">{text}</span>
                </span>
              </li>
            )
          })}
      </ul>
    </Dialog>
  )
}
