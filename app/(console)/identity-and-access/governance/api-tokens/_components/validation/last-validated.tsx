import { useTranslations } from 'next-intl'
import { Relative } from '@/components/tokens/instant'
import type { LatestRun } from '@/lib/governance/queries/find-latest-run'

/** When what the page says of violations was found, and what came of it. Read out when it changes. */
export function LastValidated({ latest: { completedAt, ended }, now }: { latest: LatestRun; now: Date }) {
  const t = useTranslations('validation')
  return (
    <p aria-live="polite" className="mr-2 text-right text-xs leading-4 text-subtle max-sm:mr-0 max-sm:w-full max-sm:flex-none! max-sm:text-left">
      {completedAt ? t.rich('last', { when: () => <Relative key="when" at={completedAt} now={now} /> }) : t('never')}
      {ended?.outcome === 'completed' ? (
        <>
          <br />
          {t('completed', { count: ended.newlyViolating })}
        </>
      ) : null}
    </p>
  )
}
