import type { MailData, MailOf } from '../mails'
import type { Letter } from './letter'
import { oneLine, plainLines } from './plain-text'
import { stationery, type Reader, type Stationery } from './stationery'

/** What was decided, by whom, and why: the same of one token and of many. */
function decided({ t, moment, reason, inText }: Stationery, data: MailData['token_deactivated'] | MailData['tokens_deactivated'], whyLabel: string): Pick<Letter, 'facts' | 'quote'> {
  const facts = [
    { label: t('facts.deactivatedBy'), value: oneLine(data.by) },
    { label: t('facts.at'), value: moment(data.at) },
    { label: whyLabel, value: reason(data.reason) },
  ]
  return { facts, quote: data.note === null ? null : { label: t('quote', { by: inText(data.by) }), lines: plainLines(data.note) } }
}

/**
 * Tells whose token an owner has deactivated: which, by whom, when, why, in which words, and what can be done.
 *
 * @param console the address of the console, for its links
 * @see spec: product.md §7
 */
export function writeTokenDeactivated({ data }: MailOf<'token_deactivated'>, reader: Reader, console: string): Letter {
  const paper = stationery(reader, console)
  const { t, inText, which, opening, apiTokens } = paper
  const organization = inText(reader.organization)
  const { facts, quote } = decided(paper, data, t('facts.reason'))
  return {
    ...opening,
    subject: t('token_deactivated.subject', { name: oneLine(data.tokenName) }),
    title: t('token_deactivated.title'),
    lead: t('token_deactivated.lead', { by: inText(data.by), organization }),
    facts: [...which(data), ...facts],
    quote,
    list: null,
    advice: { title: t('whatToDo'), text: t('token_deactivated.advice', { organization }), link: apiTokens },
    notice: { text: t('decision'), link: null },
  }
}

/** The same of several tokens at once, in one letter. */
export function writeTokensDeactivated({ data }: MailOf<'tokens_deactivated'>, reader: Reader, console: string): Letter {
  const paper = stationery(reader, console)
  const { t, inText, list, opening, apiTokens } = paper
  const { count } = data
  const organization = inText(reader.organization)
  const { facts, quote } = decided(paper, data, t('facts.reasonForEach'))
  return {
    ...opening,
    subject: t('tokens_deactivated.subject', { count, organization: paper.organization }),
    title: t('tokens_deactivated.title', { count }),
    lead: t('tokens_deactivated.lead', { by: inText(data.by), count, organization }),
    facts: [{ label: t('facts.organization'), value: paper.organization }, ...facts],
    quote,
    list: list(data),
    advice: { title: t('whatToDo'), text: t('tokens_deactivated.advice', { count, organization }), link: apiTokens },
    notice: { text: t('decision'), link: null },
  }
}
