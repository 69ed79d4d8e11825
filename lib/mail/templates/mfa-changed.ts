import type { MailOf } from '../mails'
import type { Letter } from './letter'
import { oneLine } from './plain-text'
import { stationery, type Reader } from './stationery'

/**
 * Tells what was done to a person's MFA, when and from where, and what to do if it was somebody else.
 *
 * @param console the address of the console, for its links
 * @see spec: product.md §7
 */
export function writeMfaChanged({ data }: MailOf<'mfa_changed'>, reader: Reader, console: string): Letter {
  const { t, moment, opening } = stationery(reader, console)
  return {
    ...opening,
    subject: t(`mfa_changed.${data.change}.subject`),
    title: t(`mfa_changed.${data.change}.title`),
    lead: t(`mfa_changed.${data.change}.lead`, { left: data.recoveryCodesLeft ?? 0 }),
    facts: [
      { label: t('facts.device'), value: oneLine(data.deviceName) },
      { label: t('facts.at'), value: moment(data.at) },
      { label: t('facts.from'), value: data.ip ?? t('facts.unknown') },
    ],
    quote: null,
    list: null,
    advice: { title: t('notYou.title'), text: t('mfa_changed.advice'), link: { label: t('mfa_changed.link'), href: `${console}/my-account/api-tokens/mfa` } },
    notice: { text: t('mfa_changed.notice'), link: null },
  }
}
