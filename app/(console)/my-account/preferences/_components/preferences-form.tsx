'use client'

import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { SavedText, SaveFoot } from '@/components/forms/saved'
import { useEcho } from '@/components/forms/use-echo'
import { useErrorText } from '@/components/forms/use-error-text'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { languageNames } from '@/components/shell/languages'
import { Check } from '@/components/ui/check'
import { Panel } from '@/components/ui/panel'
import { Preset } from '@/components/ui/preset'
import { LOCALES, THEMES, type Locale, type Theme } from '@/lib/identity/locales'
import type { TimeZoneGroup } from '@/lib/identity/time-zones'
import { TimeZoneField } from './time-zone-field'

type Saved = { locale: Locale; theme: Theme; timeZone: string | null; securityNotices: boolean }
type PreferencesFormProps = { save: PostedAction<void>; saved: Saved; timeZones: TimeZoneGroup[] }

const partClass = 'border-t border-line px-5 py-4 first:border-t-0 max-sm:px-4'

/** A few answers of which one holds. */
function Choice({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className={partClass}>
      <legend className="float-left mb-1.5 w-full font-label">{legend}</legend>
      <div className="clear-both flex flex-wrap gap-1.5">{children}</div>
    </fieldset>
  )
}

/** Each of these is one click or key; nothing changes before Save. */
export function PreferencesForm({ save, saved, timeZones }: PreferencesFormProps) {
  const t = useTranslations()
  const errorText = useErrorText()
  const [toast, echo] = useEcho()
  const { form, whole, wrong, kept, done, pending } = usePostedForm(save, () => echo(<SavedText />))
  const chosen = { locale: kept?.['locale']?.[0] ?? saved.locale, theme: kept?.['theme']?.[0] ?? saved.theme }
  const notices = kept ? kept['securityNotices']?.[0] === 'on' : saved.securityNotices
  return (
    <form {...form} className="max-w-[40rem]">
      <Panel>
        {whole ? (
          <div className={partClass}>
            <RefusalBanner refusal={whole} />
          </div>
        ) : null}
        <Choice legend={t('preferences.language')}>
          {LOCALES.map((one) => (
            <Preset key={one} name="locale" value={one} defaultChecked={one === chosen.locale}>
              <span lang={one}>{languageNames[one]}</span>
            </Preset>
          ))}
        </Choice>
        <div className={partClass}>
          <TimeZoneField saved={kept?.['timeZone']?.[0] ?? saved.timeZone} groups={timeZones} error={wrong['timeZone'] && errorText(wrong['timeZone'])} />
        </div>
        <Choice legend={t('preferences.theme')}>
          {THEMES.map((one) => (
            <Preset key={one} name="theme" value={one} defaultChecked={one === chosen.theme}>
              {t(`shell.${one}`)}
            </Preset>
          ))}
        </Choice>
        <fieldset className={partClass}>
          <legend className="float-left mb-1 w-full font-label">{t('preferences.notices')}</legend>
          <Check
            id="security-notices"
            name="securityNotices"
            defaultChecked={notices}
            label={t('preferences.noticesLabel')}
            help={t('preferences.noticesHelp')}
            className="clear-both pb-0"
          />
        </fieldset>
        <SaveFoot busy={pending} done={done} />
      </Panel>
      {toast}
    </form>
  )
}
