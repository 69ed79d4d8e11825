'use client'

import { LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { linkClass } from '@/components/ui/link'
import { ProgressBar } from '@/components/ui/progress-bar'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { useOpenRun, type Progress } from './use-open-run'

/** Milliseconds. What is quicker needs no bar. */
const WORTH_SHOWING = 1_000

function useShown(atOnce: boolean): boolean {
  const [shown, setShown] = useState(atOnce)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), WORTH_SHOWING)
    return () => clearTimeout(timer)
  }, [])
  return shown
}

/** How far a validation is that goes on. The page can be left: it goes on without it. */
export function ValidationProgress({ run, long, waiting }: { run: Progress; long: boolean; waiting: boolean }) {
  const t = useTranslations('validation')
  const { scanned, total } = useOpenRun(run)
  const done = Math.min(scanned, total)
  if (!useShown(long)) return null
  return (
    <div className="mb-4">
      <Banner tone="plain" icon={LoaderCircle} role="status">
        {t('progress', { done, total })} <span className="text-muted">{waiting ? t('waiting') : t('goesOn')}</span>{' '}
        <noscript>
          <a className={linkClass} href={GOVERNANCE_PATH}>
            {t('reload')}
          </a>
        </noscript>
        <div className="mt-2">
          <ProgressBar label={t('bar')} value={done} max={total} />
        </div>
      </Banner>
    </div>
  )
}
