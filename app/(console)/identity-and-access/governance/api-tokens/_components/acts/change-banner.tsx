'use client'

import { CircleAlert, CircleCheck, LoaderCircle, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useErrorText } from '@/components/forms/use-error-text'
import { Banner } from '@/components/ui/banner'
import { iconButtonClass } from '@/components/ui/button'
import { ProgressBar } from '@/components/ui/progress-bar'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import type { BulkChange } from '@/lib/governance/token-change'
import { useLookAgain } from '../use-look-again'

/** Milliseconds between the answer to a look at a change that is going on and the next look. */
const LOOK_EVERY = 1_500
/** Failures that are named before the rest is counted. */
const MAX_NAMED = 5

type Progress = Pick<BulkChange, 'id' | 'kind' | 'total' | 'changed' | 'unchanged' | 'failed' | 'expired' | 'failures'> & { ended: boolean }

const strong = (text: React.ReactNode) => <strong>{text}</strong>

async function look(signal: AbortSignal): Promise<Progress | null> {
  const answer = await fetch(`${GOVERNANCE_PATH}/change`, { signal, headers: { accept: 'application/json' } })
  if (!answer.ok) return null
  const found = (await answer.json()) as (Progress & { endedAt: string | null }) | null
  return found && { ...found, ended: found.endedAt !== null }
}

/** The change as it goes on: asked for again and again until it has ended, then the page is read anew. */
function useProgress(from: Progress): Progress {
  const router = useRouter()
  const [latest, setLatest] = useState(from)
  const shown = latest.id === from.id && !from.ended ? latest : from
  useLookAgain(shown.ended ? null : look, LOOK_EVERY, (found) => {
    if (found) setLatest(found)
    if (found?.ended) router.refresh()
  })
  return shown
}

function Running({ kind, changed, failed, total }: Progress) {
  const t = useTranslations('bulk')
  const done = Math.min(changed + failed, total)
  return (
    <Banner tone="plain" icon={LoaderCircle} role="status">
      {t.rich(`running.${kind}`, { done, total, b: strong })} <span className="text-muted">{t('goesOn')}</span>
      <div className="mt-2">
        <ProgressBar label={t('progress')} value={done} max={total} />
      </div>
    </Banner>
  )
}

function Failures({ failures, failed }: Pick<Progress, 'failures' | 'failed'>) {
  const t = useTranslations('bulk')
  const errorText = useErrorText()
  const named = failures.slice(0, MAX_NAMED)
  return (
    <>
      <p>{t('failed', { count: failed })}</p>
      <ul className="list-disc pl-5">
        {named.map(({ tokenId, name, code }) => (
          <li key={tokenId}>{t('failure', { name, reason: errorText(code) })}</li>
        ))}
        {failed > named.length ? <li>{t('more', { count: failed - named.length })}</li> : null}
      </ul>
    </>
  )
}

function Ended({ kind, changed, unchanged, failed, expired, failures, onClose }: Progress & { onClose: () => void }) {
  const t = useTranslations('bulk')
  return (
    <Banner tone={failed > 0 ? 'warn' : 'plain'} icon={failed > 0 ? CircleAlert : CircleCheck} role="status">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          {t.rich(`ended.${kind}`, { changed, b: strong })} {kind === 'activate' && expired > 0 ? t('expired', { count: expired }) : null}{' '}
          {unchanged > 0 ? t('unchanged', { count: unchanged }) : null}
          {failed > 0 ? <Failures failures={failures} failed={failed} /> : null}
        </div>
        <button type="button" aria-label={t('close')} className={`${iconButtonClass} -my-1.5 noscript:hidden`} onClick={onClose}>
          <X />
        </button>
      </div>
    </Banner>
  )
}

/** The change of many tokens that goes on in the organization, with its progress; then what came of it. */
export function ChangeBanner(change: Progress) {
  const progress = useProgress(change)
  const [closed, setClosed] = useState<string | null>(null)
  if (closed === progress.id) return null
  return <div className="mb-4">{progress.ended ? <Ended {...progress} onClose={() => setClosed(progress.id)} /> : <Running {...progress} />}</div>
}
