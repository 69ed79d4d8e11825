import type { MailOf } from '../mails'
import type { Letter } from './letter'
import { oneLine } from './plain-text'
import { stationery, type Reader } from './stationery'

const WHEN = { token_expiring: 'facts.expiresOn', token_expired: 'facts.expiredOn' } as const

/**
 * The reminder that a token asks for: which one is about to expire or has expired, when, and how to go on with it.
 *
 * @param console the address of the console, for its links
 * @see spec: product.md §7
 */
export function writeTokenExpiry({ template, data }: MailOf<keyof typeof WHEN>, reader: Reader, console: string): Letter {
  const { t, inText, which, moment, opening, apiTokens } = stationery(reader, console)
  return {
    ...opening,
    subject: t(`${template}.subject`, { name: oneLine(data.tokenName) }),
    title: t(`${template}.title`),
    lead: t(`${template}.lead`, { organization: inText(reader.organization) }),
    facts: [...which(data), { label: t(WHEN[template]), value: moment(data.expiresAt) }],
    quote: null,
    list: null,
    advice: { title: t('toKeepIt'), text: t(`${template}.advice`), link: apiTokens },
    notice: { text: t('reminder'), link: null },
  }
}
