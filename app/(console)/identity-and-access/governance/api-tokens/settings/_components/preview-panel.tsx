'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { Turning } from '@/components/ui/turning'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { askedPolicyQuery } from '@/lib/governance/policy-preview'
import type { TtlPolicy } from '@/lib/governance/violation'
import { PreviewFigures } from './preview-figures'
import type { Previewed } from './use-preview'
import { WouldViolateTable } from './would-violate-table'

type PreviewPanelProps = Previewed & { policy: TtlPolicy; changed: boolean; readable: boolean }

const PATH = `${GOVERNANCE_PATH}/settings`
const sayingClass = 'border-t border-line px-4 py-4 text-pretty text-muted'

/** Back leads to what is being edited, not to what is saved. */
function keepDraft(query: string) {
  window.history.replaceState(null, '', `${PATH}?${query}`)
}

function Counted({ preview, policy }: Pick<PreviewPanelProps, 'policy'> & { preview: NonNullable<Previewed['preview']> }) {
  const t = useTranslations('settings')
  const { first, newlyViolating, at } = preview
  const query = askedPolicyQuery(policy)
  return (
    <>
      <PreviewFigures preview={preview} />
      {first.length > 0 ? (
        <>
          <WouldViolateTable tokens={first} policy={policy} now={at} />
          <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-2 text-muted">
            <span>{t('shown', { shown: first.length, count: newlyViolating })}</span>
            {newlyViolating > first.length ? (
              <ButtonLink size="small" prefetch={false} href={`${PATH}/preview?${query}`} onClick={() => keepDraft(query)}>
                {t('showAll', { count: newlyViolating })}
              </ButtonLink>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  )
}

/** What saving would change, beneath the policies; an older answer stays readable, its head turning, until the next one is here. */
export function PreviewPanel({ preview, state, policy, changed, readable }: PreviewPanelProps) {
  const t = useTranslations('settings')
  const asked = changed && readable
  const counting = asked && state === 'counting'
  const saying = !changed ? 'nothingYet' : !readable ? 'notYetReadable' : state === 'failed' ? 'previewFailed' : preview ? null : 'counting'
  return (
    <Panel aria-labelledby="impact" aria-busy={counting} className="@container overflow-clip">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3">
        <h2 id="impact" className="text-md tracking-normal">
          {t('impact')}
        </h2>
        <span role="status" className="flex items-center gap-1.5 text-subtle">
          {counting && preview ? <Turning className="size-3.5" /> : null}
          {counting && preview ? t('counting') : asked && state === 'counted' && preview ? t('checked', { count: preview.total }) : null}
        </span>
      </div>
      {saying ? <p className={`${sayingClass} noscript:hidden`}>{t(saying)}</p> : null}
      {saying ? <p className={`${sayingClass} hidden noscript:block`}>{t('pressPreview')}</p> : null}
      {asked && preview && !saying ? <Counted preview={preview} policy={policy} /> : null}
    </Panel>
  )
}
