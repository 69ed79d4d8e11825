import { createFormatter, createTranslator } from 'use-intl/core'
import { formats, formattingLocale } from '@/i18n/formats'
import de from '@/messages/de.json'
import en from '@/messages/en.json'
import it from '@/messages/it.json'
import type { Locale } from '../../identity/locales'
import type { MailOf } from '../mails'
import type { Letter } from './letter'

/** Whom a mail is written to. */
export type Reader = { firstName: string; locale: Locale; timeZone: string; organization: string }

const CATALOGUES = { en, de, it } satisfies Record<Locale, { mails: typeof en.mails }>

/**
 * The security notice on a secret that was generated or regenerated: which, when, from where, until when, and what
 * to do if it was somebody else.
 *
 * @param console the address of the console, for its links
 * @see spec: product.md §7
 */
export function writeSecretMade({ template, data }: MailOf<'token_generated' | 'token_regenerated'>, reader: Reader, console: string): Letter {
  const { firstName, timeZone, organization } = reader
  const locale = formattingLocale[reader.locale]
  const t = createTranslator({ locale, messages: CATALOGUES[reader.locale], namespace: 'mails' })
  const format = createFormatter({ locale, timeZone, formats })
  const moment = (instant: string) => format.dateTime(new Date(instant), 'longMoment', { timeZoneName: 'short' })
  const facts = [
    { label: t('facts.token'), value: data.tokenName },
    { label: t('facts.lastFour'), value: data.lastFour },
    { label: t('facts.organization'), value: organization },
    { label: t('facts.at'), value: moment(data.at) },
    { label: t('facts.from'), value: data.ip ?? t('facts.unknown') },
    { label: t('facts.validUntil'), value: data.expiresAt === null ? t('facts.never') : moment(data.expiresAt) },
  ]
  return {
    lang: reader.locale,
    subject: t(`${template}.subject`, { name: data.tokenName }),
    title: t(`${template}.title`),
    greeting: t('greeting', { name: firstName }),
    lead: t(`${template}.lead`, { organization }),
    facts,
    advice: { title: t('notYou.title'), text: t('notYou.text'), link: { label: t('notYou.link'), href: `${console}/my-account/api-tokens` } },
    notice: { text: t('notice.text'), link: { label: t('notice.link'), href: `${console}/my-account/preferences` } },
  }
}
