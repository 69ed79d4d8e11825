import type { MailOf } from '../mails'
import type { Letter } from './letter'
import { oneLine } from './plain-text'
import { stationery, type Reader } from './stationery'

/**
 * Tells whose token an owner has activated again: which, by whom, when, until when it works, and what is left to do.
 *
 * @param console the address of the console, for its links
 * @see spec: product.md §7
 */
export function writeTokenActivated({ data }: MailOf<'token_activated'>, reader: Reader, console: string): Letter {
  const { t, inText, which, moment, opening, apiTokens } = stationery(reader, console)
  const expired = data.expired ? 'yes' : 'no'
  return {
    ...opening,
    subject: t('token_activated.subject', { name: oneLine(data.tokenName) }),
    title: t('token_activated.title'),
    lead: t('token_activated.lead', { by: inText(data.by), organization: inText(reader.organization), expired }),
    facts: [
      ...which(data),
      { label: t('facts.activatedBy'), value: oneLine(data.by) },
      { label: t('facts.at'), value: moment(data.at) },
      { label: t(data.expired ? 'facts.expiredOn' : 'facts.validUntil'), value: data.expiresAt === null ? t('facts.never') : moment(data.expiresAt) },
    ],
    quote: null,
    list: null,
    advice: { title: t('whatToDo'), text: t('token_activated.advice', { expired }), link: apiTokens },
    notice: { text: t('decision'), link: null },
  }
}

/** The same of several tokens at once, in one letter. */
export function writeTokensActivated({ data }: MailOf<'tokens_activated'>, reader: Reader, console: string): Letter {
  const { t, inText, list, moment, organization, opening, apiTokens } = stationery(reader, console)
  const { count, expired } = data
  return {
    ...opening,
    subject: t('tokens_activated.subject', { count, organization }),
    title: t('tokens_activated.title', { count }),
    lead: t('tokens_activated.lead', { by: inText(data.by), count, organization: inText(reader.organization), expired }),
    facts: [
      { label: t('facts.organization'), value: organization },
      { label: t('facts.activatedBy'), value: oneLine(data.by) },
      { label: t('facts.at'), value: moment(data.at) },
    ],
    quote: null,
    list: list(data),
    advice: { title: t('whatToDo'), text: t('tokens_activated.advice', { count, expired }), link: apiTokens },
    notice: { text: t('decision'), link: null },
  }
}
