import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/field'
import { MAX_SEARCH_LENGTH, type OwnTokenFilter } from '@/lib/tokens/list-filter'
import { LIST_PATH, SEARCH_PARAMETER, VIEW_PARAMETER } from './list-address'

/** Narrows the list, within the view that is shown. A form of the browser's own: it works before JavaScript. */
export function SearchForm({ view, search }: OwnTokenFilter) {
  const t = useTranslations('search')
  return (
    <form role="search" action={LIST_PATH} className="mb-3 flex gap-2">
      {view === 'all' ? null : <input type="hidden" name={VIEW_PARAMETER} value={view} />}
      <span className="relative min-w-0 max-w-[22rem] flex-1">
        <Search className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-subtle" />
        <input
          // What is typed belongs to the address: another address, another field.
          key={search}
          type="search"
          name={SEARCH_PARAMETER}
          defaultValue={search}
          maxLength={MAX_SEARCH_LENGTH}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          autoComplete="off"
          spellCheck={false}
          className={classNames(controlClass, 'pl-8')}
        />
      </span>
      <Button type="submit">{t('submit')}</Button>
    </form>
  )
}
