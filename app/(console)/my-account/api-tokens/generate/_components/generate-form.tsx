'use client'

import { useActionState } from 'react'
import { FormProvider } from 'react-hook-form'
import type { PostedAction } from '@/components/forms/use-posted-form'
import { panelClass } from '@/components/ui/panel'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import type { Posted } from '@/lib/platform/action'
import type { ScopeChoices } from '@/lib/tokens/queries/list-scope-choices'
import type { Exchange, Generated } from '../../_components/secret/token-generated-provider'
import { NameSection } from './name-section'
import { PostedErrors } from './posted-errors'
import { ScopeSection } from './scope-section'
import { SecretAnswer } from './secret-answer'
import { Summary } from './summary'
import { TtlSection } from './ttl-section'
import { useGenerateForm, type Generate, type PostedRefusal } from './use-generate-form'
import { useNow } from './use-now'
import { useScopeNames } from './use-scope-names'

type FormProps = {
  generate: Generate
  choices: ScopeChoices
  limit: TtlLimit | null
  organization: { id: string; name: string }
  /** When the page was made: expiry is counted from here at first, on the server and in the browser alike. */
  now: string
}

type GenerateFormProps = FormProps & Pick<Exchange, 'publicUrl' | 'need'> & { post: PostedAction<Generated> }

type FieldsProps = FormProps & Pick<Exchange, 'need'> & { action: (form: FormData) => void; posted: PostedRefusal | null }

/** Four sections, and beside them, always in view, what the answers come to. */
function Fields({ generate, action, posted, choices, limit, need, organization, now }: FieldsProps) {
  const current = useNow(now)
  const scopeNames = useScopeNames(choices)
  const { form, submit, refusal } = useGenerateForm(generate, { orgId: organization.id, limit, now: current, choices }, posted, scopeNames)
  return (
    <FormProvider {...form}>
      <form
        action={action}
        noValidate
        onSubmit={(event) => void submit(event)}
        className="grid max-w-[40rem] grid-cols-[minmax(0,1fr)] items-start gap-5 xl:max-w-none xl:grid-cols-[minmax(0,40rem)_minmax(15rem,20rem)] xl:gap-8"
      >
        <input type="hidden" name="orgId" value={organization.id} />
        {/* Made anew where JavaScript takes over: of the two, one form only ever sends one. */}
        <input type="hidden" name="idempotencyKey" value={form.getValues('idempotencyKey')} suppressHydrationWarning />
        <PostedErrors value={posted?.fields ?? {}}>
          <div className={panelClass}>
            <NameSection />
            <TtlSection limit={limit} organization={organization.name} now={current} typedBefore={posted?.values['ttlValue']?.[0]} />
            <ScopeSection choices={choices} />
          </div>
        </PostedErrors>
        <Summary limit={limit} need={need} organization={organization.name} now={current} scopeNames={scopeNames} refusal={refusal} />
      </form>
    </FormProvider>
  )
}

/** A form of the server's, too: before JavaScript has loaded it is posted, and its answer shows the secret in its place. */
export function GenerateForm({ post, publicUrl, need, ...form }: GenerateFormProps) {
  const [posted, action] = useActionState<Posted<Generated> | null, FormData>(post, null)
  if (posted?.ok) return <SecretAnswer generated={posted.value} publicUrl={publicUrl} need={need} organization={form.organization.name} />
  return <Fields {...form} need={need} action={action} posted={posted} />
}
