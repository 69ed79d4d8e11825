'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Done, SavedText } from '@/components/forms/saved'
import { Button, ButtonLink } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'

type SaveBarProps = { changes: number; busy: boolean; done: boolean; onDiscard: () => void; children?: React.ReactNode }

const barClass = 'z-10 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border px-5 py-3 max-sm:px-4'

/**
 * What is not saved yet, what saving does, and the acts. Always in view once something was changed; before JavaScript
 * nobody counts, and the page can be asked for a preview.
 *
 * @param children what Save asks for first
 */
export function SaveBar({ changes, busy, done, onDiscard, children }: SaveBarProps) {
  const t = useTranslations('settings')
  const changed = changes > 0
  const said = done && !busy && !changed
  return (
    <div role="region" aria-label={t('unsavedRegion')} className={classNames(barClass, changed ? 'sticky bottom-0 border-line-strong bg-surface-raised shadow-2' : 'border-line bg-surface')}>
      {children}
      {said ? (
        <Done>
          <SavedText />
        </Done>
      ) : (
        <Pencil className="text-muted noscript:hidden" />
      )}
      <p className="min-w-0 flex-[1_1_16rem] text-pretty">
        {said ? null : <strong className="noscript:hidden">{t('unsaved', { count: changes })}</strong>}{' '}
        <span className={classNames('text-muted', !changed && 'hidden noscript:inline')}>{t('consequence')}</span>
      </p>
      <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:[&_:is(a,button)]:flex-1">
        <span className="hidden noscript:contents">
          <Button type="submit" name="intent" value="preview">
            {t('preview')}
          </Button>
          <ButtonLink href={`${GOVERNANCE_PATH}/settings`} prefetch={false}>
            {t('discard')}
          </ButtonLink>
        </span>
        {changed ? (
          <Button onClick={onDiscard} className="noscript:hidden">
            {t('discard')}
          </Button>
        ) : null}
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
