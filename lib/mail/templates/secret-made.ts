import type { MailOf } from '../mails'
import type { Letter } from './letter'
import { oneLine } from './plain-text'
import { stationery, type Reader } from './stationery'

/**
 * The security notice on a secret that was generated or regenerated: which, when, from where, until when, and what
 * to do if it was somebody else.
 *
 * @param console the address of the console, for its links
 * @see spec: product.md §7
 */
export function writeSecretMade({ template, data }: MailOf<'token_generated' | 'token_regenerated'>, reader: Reader, console: string): Letter {
  const { t, inText, which, moment, opening, apiTokens } = stationery(reader, console)
  return {
    ...opening,
    subject: t(`${template}.subject`, { name: oneLine(data.tokenName) }),
    title: t(`${template}.title`),
    lead: t(`${template}.lead`, { organization: inText(reader.organization) }),
    facts: [
      ...which(data),
      { label: t('facts.at'), value: moment(data.at) },
      { label: t('facts.from'), value: data.ip ?? t('facts.unknown') },
      { label: t('facts.validUntil'), value: data.expiresAt === null ? t('facts.never') : moment(data.expiresAt) },
    ],
    quote: null,
    list: null,
    advice: { title: t('notYou.title'), text: t('notYou.text'), link: apiTokens },
    notice: { text: t('notice.text'), link: { label: t('notice.link'), href: `${console}/my-account/preferences` } },
  }
}
