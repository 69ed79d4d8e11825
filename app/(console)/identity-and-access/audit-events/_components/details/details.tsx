import { useFormatter, useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import { readDetails, type DetailFact } from '@/lib/audit/detail-facts'
import { policyChanges } from '@/lib/audit/policy-change'
import { useEventTexts } from '../use-event-texts'
import { Fact, FactList } from './fact'

const code = (value: string) => <code className="text-xs">{value}</code>

function Value(fact: DetailFact) {
  const t = useTranslations('auditEvents.facts')
  const format = useFormatter()
  const text = useEventTexts()
  switch (fact.kind) {
    case 'text':
      return <span className="whitespace-pre-wrap">{fact.value}</span>
    case 'code':
    case 'raw':
      return code(fact.value)
    case 'reason':
      return text.reason(fact.value) ?? code(fact.value)
    case 'trigger':
      return text.trigger(fact.value) ?? code(fact.value)
    case 'path':
      return text.path(fact.value) ?? code(fact.value)
    case 'instant':
      return <Instant at={fact.value} />
    case 'expiry':
      return fact.value ? <Instant at={fact.value} /> : t('neverExpires')
    case 'reminder':
      return fact.value === 0 ? t('noReminder') : t('daysBefore', { days: fact.value })
    case 'count':
      return format.number(fact.value)
    case 'flag':
      return fact.value ? t('yes') : t('no')
  }
}

/** What is recorded of this kind of event alone. What is not known here is shown as it was recorded. */
export function Details({ details }: { details: Readonly<Record<string, unknown>> }) {
  const t = useTranslations('auditEvents')
  const text = useEventTexts()
  const [changes, facts] = [policyChanges(details), readDetails(details)]
  if (changes.length + facts.length === 0) return null
  return (
    <section aria-labelledby="facts" className="border-t border-line pt-4">
      <h3 id="facts" className="mb-2 font-strong">
        {t('details.facts')}
      </h3>
      <FactList>
        {changes.map((change) => (
          <Fact key={change.policy} name={t(`facts.${change.policy}`)}>
            {text.change(change)}
          </Fact>
        ))}
        {facts.map((fact) => (
          <Fact key={fact.name} name={fact.kind === 'raw' ? code(fact.name) : t(`facts.${fact.name}`)}>
            <Value {...fact} />
          </Fact>
        ))}
      </FactList>
    </section>
  )
}
