'use client'

import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { SubmitFoot } from '@/components/forms/submit-foot'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Panel } from '@/components/ui/panel'
import type { ChangeKind } from '@/lib/governance/token-change'
import type { Actable } from '../../../_components/acts/actable'
import { Consequence } from '../../../_components/acts/consequence'
import { ReasonFields } from '../../../_components/acts/reason-fields'

type SwitchFormProps = { kind: ChangeKind; token: Actable; run: PostedAction<void>; back: string }

export function SwitchForm({ kind, token, run, back }: SwitchFormProps) {
  const t = useTranslations('acts')
  const { form, answer, whole, kept, pending } = usePostedForm(run)
  return (
    <Panel className="max-w-[40rem]">
      <form {...form}>
        <div className="grid gap-4 p-5 max-sm:p-4">
          {whole ? <RefusalBanner refusal={whole} /> : null}
          <Consequence kind={kind} tokens={[token]} />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="tokenId" value={token.tokenId} />
          {kind === 'deactivate' ? <ReasonFields id="switch" refusal={answer && !answer.ok ? answer : null} kept={kept} /> : null}
        </div>
        <SubmitFoot look={kind === 'deactivate' ? 'danger' : 'primary'} busy={pending} act={t(`confirm.${kind}`, { count: 1 })} cancel={{ href: back, text: t(`keep.${kind}`) }} />
      </form>
    </Panel>
  )
}
