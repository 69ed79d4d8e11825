'use client'

import { Ban, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SelectionBar } from '@/components/tokens/selection-bar'
import { Button } from '@/components/ui/button'
import type { ChangeKind } from '@/lib/governance/token-change'
import { fetchActAhead, fetchMatchingAhead, useAct, useMatching } from './acts-provider'
import { useChosen } from './selection'

const ICONS = { deactivate: Ban, activate: CircleCheck } as const
const KINDS: ChangeKind[] = ['deactivate', 'activate']

type ActProps = { kind: ChangeKind; children: React.ReactNode; onNear: () => void; onClick: () => void }

function Act({ kind, children, onNear, onClick }: ActProps) {
  const Icon = ICONS[kind]
  return (
    <Button size="small" onPointerEnter={onNear} onFocus={onNear} onClick={onClick}>
      <Icon />
      {children}
    </Button>
  )
}

/** What can be done with the selected tokens of the page. A button counts what it would change, and is absent at zero. */
function ChosenActs() {
  const t = useTranslations('acts')
  const act = useAct()
  const { selected } = useChosen()
  return KINDS.map((kind) => {
    const changing = selected.filter(({ deactivated, revoked }) => !revoked && deactivated === (kind === 'activate'))
    return changing.length > 0 ? (
      <Act key={kind} kind={kind} onNear={fetchActAhead} onClick={() => act(kind, changing)}>
        {t(`${kind}Count`, { count: changing.length })}
      </Act>
    ) : null
  })
}

/** What can be done with all that match: how many that are is counted when it is asked. */
function MatchingActs({ status }: { status: string | undefined }) {
  const t = useTranslations('acts')
  const act = useAct()
  const possible = KINDS.filter((kind) => status !== (kind === 'deactivate' ? 'deactivated' : 'activated'))
  return possible.map((kind) => (
    <Act key={kind} kind={kind} onNear={fetchMatchingAhead} onClick={() => act(kind, 'matching')}>
      {t(`${kind}More`)}
    </Act>
  ))
}

/** What can be done with what is selected, or with all that match. */
function Acts() {
  const t = useTranslations()
  const beyond = useMatching()
  const { tokens, matching, selectMatching, clear } = useChosen()
  const { count = 0, precision = 'exact' } = beyond?.total ?? {}
  const status = beyond?.filter['status']
  return (
    <>
      {matching ? <MatchingActs status={status} /> : <ChosenActs />}
      <Button size="small" look="quiet" onClick={clear}>
        {t('selection.clear')}
      </Button>
      {!matching && count > tokens.length && status !== 'revoked' ? (
        <Button size="small" look="quiet" className="ml-auto text-accent" onClick={selectMatching}>
          {t('acts.selectMatching', { count, precision })}
        </Button>
      ) : null}
    </>
  )
}

/** The bar of the list; while tokens are selected, what can be done with them. */
export function BulkBar({ children }: { children: React.ReactNode }) {
  const t = useTranslations()
  const { count = 0, precision = 'exact' } = useMatching()?.total ?? {}
  const { selected, matching } = useChosen()
  const chosen = matching ? t('acts.allMatching', { count, precision }) : t('selection.count', { count: selected.length })
  return (
    <SelectionBar count={selected.length > 0 ? chosen : null} acts={<Acts />}>
      {children}
    </SelectionBar>
  )
}
