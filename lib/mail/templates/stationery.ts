import { createFormatter, createTranslator } from 'use-intl/core'
import { formats, formattingLocale } from '@/i18n/formats'
import de from '@/messages/de.json'
import en from '@/messages/en.json'
import it from '@/messages/it.json'
import type { Locale } from '../../identity/locales'
import type { DeactivationReason } from '../../tokens/deactivation-reason'
import { MAX_NAMED_TOKENS, type MailData } from '../mails'
import type { Letter } from './letter'
import { isolate, oneLine } from './plain-text'

/** Whom a mail is written to. */
export type Reader = { firstName: string; locale: Locale; timeZone: string; organization: string }

type Messages = Pick<typeof en, 'mails' | 'reasons'>
const CATALOGUES = { en, de, it } satisfies Record<Locale, Messages>

/**
 * What every letter to `reader` is written with: their language and zone, links, and the parts that letters share.
 * People's strings become harmless here: `subjectName` and `organization` for a subject, `inText` within a sentence.
 *
 * @param console the address of the console, for its links
 */
export function stationery(reader: Reader, console: string) {
  const locale = formattingLocale[reader.locale]
  const messages: Messages = CATALOGUES[reader.locale]
  const t = createTranslator({ locale, messages, namespace: 'mails' })
  const reasons = createTranslator({ locale, messages, namespace: 'reasons' })
  const format = createFormatter({ locale, timeZone: reader.timeZone, formats })
  const inText = (name: string) => isolate(oneLine(name))
  const apiTokens = { label: t('notYou.link'), href: `${console}/my-account/api-tokens` }
  const reason = (code: DeactivationReason) => {
    const sentence = reasons(code)
    // Elsewhere some of them go on after a colon.
    return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)
  }
  return {
    t,
    inText,
    apiTokens,
    reason,
    moment: (instant: string) => format.dateTime(new Date(instant), 'longMoment', { timeZoneName: 'short' }),
    organization: oneLine(reader.organization),
    opening: { lang: reader.locale, greeting: t('greeting', { name: inText(reader.firstName) }) },
    /** Which token, of which organization. */
    which: ({ tokenName, lastFour }: { tokenName: string; lastFour: string }): Letter['facts'] => [
      { label: t('facts.token'), value: oneLine(tokenName) },
      { label: t('facts.lastFour'), value: lastFour },
      { label: t('facts.organization'), value: oneLine(reader.organization) },
    ],
    /** The first of several tokens, and how many there are besides. */
    list: ({ tokens, count }: Pick<MailData['tokens_deactivated'], 'tokens' | 'count'>): Letter['list'] => {
      const named = tokens.slice(0, MAX_NAMED_TOKENS)
      const items = named.map(({ tokenName, lastFour }) => ({ name: oneLine(tokenName), detail: t('list.lastFour', { lastFour }) }))
      return { title: t('list.title'), items, more: count > named.length ? t('list.more', { count: count - named.length }) : null }
    },
  }
}

export type Stationery = ReturnType<typeof stationery>
