'use client'

import { FormProvider } from 'react-hook-form'
import { panelClass } from '@/components/ui/panel'
import type { ScopeChoices } from '@/lib/tokens/queries/list-scope-choices'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import { NameSection } from './name-section'
import { ScopeSection } from './scope-section'
import { Summary } from './summary'
import { TokenGenerated } from './token-generated'
import { TtlSection } from './ttl-section'
import { useGenerateForm, type Generate } from './use-generate-form'
import { useNow } from './use-now'
import { useScopeNames } from './use-scope-names'

type GenerateFormProps = {
  generate: Generate
  choices: ScopeChoices
  limit: TtlLimit | null
  organization: { id: string; name: string }
  publicUrl: string
  /** When the page was made: expiry is counted from here at first, on the server and in the browser alike. */
  now: string
}

/** Four sections, and beside them, always in view, what the answers come to. */
export function GenerateForm({ generate, choices, limit, organization, publicUrl, now }: GenerateFormProps) {
  const current = useNow(now)
  const { form, submit, refusal, generated, forget } = useGenerateForm(generate, { orgId: organization.id, limit, now: current })
  const scopeNames = useScopeNames(choices)
  return (
    <FormProvider {...form}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="grid max-w-[40rem] grid-cols-[minmax(0,1fr)] items-start gap-5 xl:max-w-none xl:grid-cols-[minmax(0,40rem)_minmax(15rem,20rem)] xl:gap-8"
      >
        <div className={panelClass}>
          <NameSection />
          <TtlSection limit={limit} organization={organization.name} now={current} />
          <ScopeSection choices={choices} />
        </div>
        <Summary limit={limit} organization={organization.name} now={current} scopeNames={scopeNames} refusal={refusal} />
      </form>
      {generated ? <TokenGenerated generated={generated} scopes={scopeNames(form.getValues())} publicUrl={publicUrl} onForget={forget} /> : null}
    </FormProvider>
  )
}
