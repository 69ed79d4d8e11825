import { useTranslations } from 'next-intl'
import { Panel, PanelHead } from '@/components/ui/panel'
import { ExchangeCommand } from '../../_components/secret/exchange-command'

const FACTS = ['aboutExchange', 'aboutScripts', 'aboutLimit'] as const

const marks = {
  b: (text: React.ReactNode) => <strong className="font-label text-ink">{text}</strong>,
  c: (text: React.ReactNode) => <code>{text}</code>,
}

/** What MFA does to an exchange, with the call that it needs then. */
export function About({ publicUrl }: { publicUrl: string }) {
  const t = useTranslations('mfa')
  return (
    <Panel aria-labelledby="about-mfa">
      <PanelHead id="about-mfa" title={t('about')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 px-5 pb-5 max-sm:px-4">
        <ul className="grid gap-2 text-pretty text-muted">
          {FACTS.map((fact) => (
            <li key={fact}>{t.rich(fact, marks)}</li>
          ))}
        </ul>
        <ExchangeCommand publicUrl={publicUrl} passcode title={t('exchange')} help={t('variables')} />
      </div>
    </Panel>
  )
}
