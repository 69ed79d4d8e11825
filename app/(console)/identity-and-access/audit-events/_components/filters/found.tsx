import { UserSearch } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { linkClass } from '@/components/ui/link'
import type { LogPlace } from '@/lib/audit/log-address'
import type { Subjects } from '@/lib/audit/queries/find-subjects'
import { LogLink } from '../log-link'

/** As many of each as are looked up: there may be more. */
const MANY = 10

export type FoundProps = Subjects & { text: string; place: LogPlace }

type Choice = { id: string; name: string; detail: string; place: LogPlace }

function Choices({ title, choices }: { title: string; choices: Choice[] }) {
  if (choices.length === 0) return null
  return (
    <div>
      <h3 className="mt-1 text-xs text-muted">{title}</h3>
      <ul>
        {choices.map(({ id, name, detail, place }) => (
          <li key={id} className="flex min-h-7 flex-wrap items-center gap-x-2 max-sm:min-h-9">
            <LogLink place={place} className={`${linkClass} wrap-anywhere`}>
              {name}
            </LogLink>
            <span className="text-xs wrap-anywhere text-subtle">{detail}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whom and which tokens a typed text may mean, where that is not just one. */
export function Found({ text, people, tokens, place: { filter, size } }: FoundProps) {
  const t = useTranslations('auditEvents.found')
  if (people.length + tokens.length === 0) {
    return (
      <Banner tone="plain" icon={UserSearch} role="status">
        {t('none', { text })}
      </Banner>
    )
  }
  return (
    <Banner tone="plain" icon={UserSearch} role="status">
      <p>{t('some', { text })}</p>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <Choices title={t('people')} choices={people.map(({ id, name, email }) => ({ id, name, detail: email, place: { filter: { ...filter, actor: id }, size } }))} />
        <Choices
          title={t('tokens')}
          choices={tokens.map(({ id, name, lastFour, userName }) => ({ id, name, detail: t('of', { name: `…${lastFour}`, user: userName }), place: { filter: { ...filter, token: id }, size } }))}
        />
      </div>
      {people.length >= MANY || tokens.length >= MANY ? <p className="mt-1 text-muted">{t('more')}</p> : null}
    </Banner>
  )
}
