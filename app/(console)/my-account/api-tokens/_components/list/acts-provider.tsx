'use client'

import { createContext, use, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { Result } from '@/components/forms/call-action'
import type { Selectable } from '@/components/tokens/selection'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'
import type { ToasterProps } from '@/components/ui/toaster'
import type { AllTokens, EditTokenInput } from '@/lib/tokens/schemas'

/** What the list knows of a token that could be edited. `reminderDays` 0: none. */
export type Editable = { tokenId: string; name: string; description: string; reminderDays: number; expiresAt: Date | null }

type Run<Input> = (input: Input) => Promise<Result<void>>

/** The acts, as the page hands them in. */
type Acts = {
  revokeOne: Run<{ tokenId: string }>
  revokeSome: Run<{ tokenIds: string[] }>
  revokeAll: Run<AllTokens>
  edit: Run<EditTokenInput>
}

/** An open question is left by `onClose`, whatever became of it. */
type Asked = { open: boolean; onClose: () => void }
export type RevokeFlowProps = Asked & Pick<Acts, 'revokeOne' | 'revokeSome'> & { tokens: Selectable[] }
export type RevokeAllFlowProps = Asked & Pick<Acts, 'revokeAll'> & { all: AllTokens }
export type EditFlowProps = Asked & Pick<Acts, 'edit'> & { token: Editable }

type Question = { kind: 'revoke'; tokens: Selectable[] } | { kind: 'revokeAll' } | { kind: 'edit'; token: Editable }

const Ask = createContext<(question: Question) => void>(() => undefined)

/** Opens a question about tokens. */
export function useAsk() {
  return use(Ask)
}

const revokeFlow = onDemand<RevokeFlowProps>(async () => (await import('../revoke/revoke-flow')).RevokeFlow)
const revokeAllFlow = onDemand<RevokeAllFlowProps>(async () => (await import('../revoke/revoke-all-flow')).RevokeAllFlow)
const editFlow = onDemand<EditFlowProps>(async () => (await import('../edit/edit-flow')).EditFlow)
const toaster = onDemand<ToasterProps>(async () => (await import('@/components/ui/toaster')).Toaster)

/** For what is about to be used: the question is then there when it is asked. */
export const fetchRevokeAhead = revokeFlow.ahead
export const fetchRevokeAllAhead = revokeAllFlow.ahead
export const fetchEditAhead = editFlow.ahead

/** Holds the question for all rows. Dialogs and toast are fetched when they are first wanted. */
export function ActsProvider({ all, children, ...acts }: Acts & { all: AllTokens; children: React.ReactNode }) {
  const t = useTranslations('shell')
  const [asked, setAsked] = useState<Question | null>(null)
  const [times, setTimes] = useState(0)
  const [open, setOpen] = useState(false)
  const [Toaster, wantToaster] = useOnDemand(toaster)
  const [Revoke, wantRevoke] = useOnDemand(revokeFlow)
  const [RevokeAll, wantRevokeAll] = useOnDemand(revokeAllFlow)
  const [Edit, wantEdit] = useOnDemand(editFlow)
  const want = { revoke: wantRevoke, revokeAll: wantRevokeAll, edit: wantEdit }
  function ask(question: Question) {
    setAsked(question)
    setTimes(times + 1)
    setOpen(true)
    wantToaster()
    want[question.kind]()
  }
  const dialog = { open, onClose: () => setOpen(false) }
  return (
    <Ask value={ask}>
      {children}
      {Revoke && asked?.kind === 'revoke' ? <Revoke key={times} {...dialog} {...acts} tokens={asked.tokens} /> : null}
      {RevokeAll && asked?.kind === 'revokeAll' ? <RevokeAll key={times} {...dialog} {...acts} all={all} /> : null}
      {Edit && asked?.kind === 'edit' ? <Edit key={times} {...dialog} {...acts} token={asked.token} /> : null}
      {Toaster ? <Toaster closeLabel={t('close')} regionLabel={t('notifications')} /> : null}
    </Ask>
  )
}
