'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { useErrorText } from '@/components/forms/use-error-text'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass, ErrorText } from '@/components/ui/field'

const ERROR = 'search-error'
/** Characters: room for a whole API token with what is copied around it. */
const MAX_TYPED = 200

type SearchFormProps = {
  /** Finds the address of what was searched for and leads there. */
  search: PostedAction<void>
  /** What the list is searched for now. */
  current: string
  /** The rest of the view, by the parameters of its address: it stays. */
  kept: [name: string, value: string][]
}

/** Whatever could be a secret does not stay in the field. */
function emptySecret(form: HTMLFormElement) {
  const field = form.elements.namedItem('q')
  if (field instanceof HTMLInputElement && field.value.includes('tw_')) field.value = ''
}

/** Searches the list. Sent in the body of a POST: what is typed may be a secret, and an address is kept and shown. */
export function SearchForm({ search, current, kept }: SearchFormProps) {
  const t = useTranslations('governanceSearch')
  const errorText = useErrorText()
  const { form, whole, wrong, pending } = usePostedForm(search)
  const refused = wrong['q'] ?? whole?.code
  return (
    <form
      {...form}
      role="search"
      className="flex min-w-0 flex-[1_1_16rem] flex-wrap gap-x-2 gap-y-1.5 sm:max-w-[26rem]"
      onSubmit={(event) => {
        form.onSubmit(event)
        emptySecret(event.currentTarget)
      }}
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span className="relative min-w-0 flex-1">
        <Search className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-subtle" />
        <input
          // What is typed belongs to the view: another view, another field.
          key={current}
          type="search"
          name="q"
          defaultValue={current}
          maxLength={MAX_TYPED}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? ERROR : undefined}
          className={classNames(controlClass, 'pl-8')}
        />
      </span>
      <Button type="submit" busy={pending}>
        {t('submit')}
      </Button>
      {refused ? (
        <div role="alert" className="basis-full">
          <ErrorText id={ERROR}>{errorText(refused)}</ErrorText>
        </div>
      ) : null}
    </form>
  )
}
