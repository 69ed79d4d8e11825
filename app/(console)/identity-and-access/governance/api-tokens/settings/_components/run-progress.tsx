'use client'

import { LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Banner } from '@/components/ui/banner'

/** Milliseconds between two looks at how far it has come. */
const LOOK_EVERY = 1_500

/** How far the validation has come that a saved policy, or somebody else, has started. The page is read anew until it is done. */
export function RunProgress({ scanned, total }: { scanned: number; total: number }) {
  const t = useTranslations('settings')
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [router])
  const done = Math.min(scanned, total)
  return (
    <div className="mb-4">
      <Banner tone="plain" icon={LoaderCircle} role="status">
        {t('validating', { scanned: done, total })} <span className="text-muted">{t('validatingLeave')}</span>
        <progress aria-label={t('validating', { scanned: done, total })} value={done} max={Math.max(1, total)} className="mt-2 block h-1 w-full max-w-[40rem] accent-accent-solid" />
      </Banner>
    </div>
  )
}
