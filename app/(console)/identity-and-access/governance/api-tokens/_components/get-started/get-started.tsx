import { useFormatter, useTranslations } from 'next-intl'
import type { PostedAction } from '@/components/forms/use-posted-form'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHead } from '@/components/ui/page-head'
import { panelClass } from '@/components/ui/panel'
import type { BeforeActivation } from '@/lib/governance/queries/find-before-activation'
import { ActivateForm } from './activate-form'
import { WhoMay } from './who-may'

type GetStartedProps = {
  orgId: string
  organization: string
  before: BeforeActivation
  /** Null where the reader is no Organization Owner: then it says whom to ask. */
  activate: PostedAction<never> | null
}

const partClass = 'grid gap-4 border-line p-5 not-first:border-t max-sm:p-4'
const STEPS = ['opens', 'limits', 'flagged'] as const

/** Only an owner activates it. */
function WhomToAsk({ owners }: Pick<BeforeActivation, 'owners'>) {
  const t = useTranslations('getStarted')
  const format = useFormatter()
  return <p className="text-md text-pretty">{t('askOwner', { count: owners.length, names: format.list(owners, { type: 'disjunction' }) })}</p>
}

function Steps({ before: { tokens, users, limited } }: Pick<GetStartedProps, 'before'>) {
  const t = useTranslations('getStarted')
  const texts = { opens: t('opensText', { tokens, users }), limits: t('limitsText', { policies: limited ? 'on' : 'off' }), flagged: t('flaggedText') }
  return (
    <ol className="grid">
      {STEPS.map((step, at) => (
        <li key={step} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-3 border-line py-3 not-first:border-t first:pt-0 last:pb-0">
          <span aria-hidden className="grid size-[22px] place-items-center rounded-full text-xs font-label text-muted tabular-nums inset-ring inset-ring-line-strong">
            {at + 1}
          </span>
          <div className="grid gap-0.5">
            <strong>{t(step)}</strong>
            <p className="text-pretty text-muted">{texts[step]}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What the page of the organization's tokens says before governance is activated: what it is, and how to begin. */
export function GetStarted({ orgId, organization, before, activate }: GetStartedProps) {
  const t = useTranslations()
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.identityAndAccess') }, { label: t('nav.governance') }, { label: t('nav.apiTokens') }]} />
      <PageHead title={t('getStarted.title')} lead={t('getStarted.lead', { organization })} />
      <div role="region" aria-label={t('getStarted.iga')} className={`${panelClass} max-w-[60rem]`}>
        <section aria-labelledby="get-started" className={partClass}>
          <div className="grid gap-0.5">
            <h2 id="get-started">{t('getStarted.heading')}</h2>
            <p className="max-w-[40rem] text-md text-pretty text-muted">{t('getStarted.about')}</p>
          </div>
          {activate ? (
            <ClientMessages parts={['problem', 'errors', 'getStarted']}>
              <ActivateForm orgId={orgId} activate={activate} />
            </ClientMessages>
          ) : (
            <WhomToAsk owners={before.owners} />
          )}
        </section>
        <section aria-labelledby="what-then" className={partClass}>
          <h2 id="what-then" className="text-sm tracking-normal max-sm:text-md">
            {t('getStarted.then')}
          </h2>
          <Steps before={before} />
        </section>
        <div className={partClass}>
          <h2 id="who-may" className="text-sm tracking-normal max-sm:text-md">
            {t('getStarted.roles')}
          </h2>
          <WhoMay labelledBy="who-may" />
        </div>
      </div>
    </>
  )
}
