'use client'

import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { useEcho } from '@/components/forms/use-echo'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Button } from '@/components/ui/button'
import { Panel, PanelHead } from '@/components/ui/panel'
import type { OwnSession } from '@/lib/identity/queries/own-account'
import { EndOthers } from './end-others'
import { EndedText } from './ended-text'
import { SessionRow } from './session-row'
import { useDeviceName } from './use-device-name'

type SessionsPanelProps = {
  sessions: { current: OwnSession | null; others: OwnSession[]; otherCount: number }
  now: Date
  end: PostedAction<number>
  endOthers: PostedAction<number>
}

const TITLE_ID = 'sessions'
const noteClass = 'border-t border-line px-5 py-3 text-muted max-sm:px-4'

/** Where its row goes, the focus would be lost: the list's title takes it. */
const focusOnTitle = () => document.getElementById(TITLE_ID)?.focus()

/** The caller's live sessions, this one first. */
export function SessionsPanel({ sessions: { current, others, otherCount }, now, end, endOthers }: SessionsPanelProps) {
  const t = useTranslations('security')
  const deviceName = useDeviceName()
  const [toast, echo] = useEcho()
  const onEnded = (count: number) => {
    focusOnTitle()
    echo(<EndedText count={count} />)
  }
  const { form, answer, sent, pending } = usePostedForm(end, onEnded)
  return (
    <Panel aria-labelledby={TITLE_ID}>
      <PanelHead
        id={TITLE_ID}
        title={t('sessions')}
        help={t('sessionsHelp')}
        aside={otherCount > 0 ? <EndOthers count={otherCount} endOthers={endOthers} onEnded={onEnded} /> : null}
      />
      {answer && !answer.ok ? (
        <div className="px-5 pb-4 max-sm:px-4">
          <RefusalBanner refusal={answer} />
        </div>
      ) : null}
      <ul aria-labelledby={TITLE_ID}>
        {current ? <SessionRow session={current} now={now} current /> : null}
        {others.map((session) => (
          <SessionRow key={session.id} session={session} now={now}>
            <form action={form.action} onSubmit={form.onSubmit}>
              <input type="hidden" name="sessionId" value={session.id} />
              <Button
                type="submit"
                size="small"
                look="danger-quiet"
                busy={pending && sent?.get('sessionId') === session.id}
                aria-label={t('endLabel', { device: deviceName(session), address: session.ip ?? t('unknownAddress') })}
                className="max-sm:min-h-10"
              >
                {t('end')}
              </Button>
            </form>
          </SessionRow>
        ))}
      </ul>
      {otherCount === 0 ? <p className={noteClass}>{t('noOthers')}</p> : null}
      {otherCount > others.length ? <p className={noteClass}>{t('more', { shown: others.length, count: otherCount })}</p> : null}
      {toast}
    </Panel>
  )
}
