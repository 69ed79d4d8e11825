import { render } from '@react-email/render'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { chosen, makeReader, sampleMails } from '@/server/testing/mails'
import { LOCALES, type Locale } from '../../identity/locales'
import { DEACTIVATION_REASONS } from '../../tokens/deactivation-reason'
import { MFA_CHANGES, type Mail, type MailOf, type MailTemplate } from '../mails'
import { LetterPage } from './letter'
import { letterText } from './letter-text'
import { writeLetter } from './write-letter'

const CONSOLE = 'https://tokens.example.com'

async function write(mail: Mail, locale: Locale) {
  const letter = writeLetter(mail, makeReader(locale), CONSOLE)
  const html = await render(createElement(LetterPage, { letter }))
  return { letter, html, text: letterText(letter) }
}

function sample<Template extends MailTemplate>(template: Template, count?: number): MailOf<Template> {
  const isIt = (mail: Mail): mail is MailOf<Template> => mail.template === template
  const found = sampleMails(chosen, count).find(isIt)
  if (!found) throw new Error(`There is no sample of ${template}`)
  return found
}

const TOKEN = ['x9Qz', 'Example Labs']

/** What each says besides a name and where to go, in both of its faces. */
const TOLD: Record<MailTemplate, string[]> = {
  token_generated: [...TOKEN, '192.0.2.7'],
  token_regenerated: TOKEN,
  token_deactivated: [...TOKEN, 'Olga Owner', 'Found in a public repository.'],
  tokens_deactivated: [...TOKEN, 'Olga Owner', 'Found in a public repository.'],
  token_activated: [...TOKEN, 'Olga Owner'],
  tokens_activated: [...TOKEN, 'Olga Owner'],
  token_expiring: TOKEN,
  token_expired: TOKEN,
  mfa_changed: ['192.0.2.7'],
}

describe.each(LOCALES)('in %s', (locale) => {
  it.each(sampleMails())('$template says of what, when, and where to go', async (mail) => {
    const { html, text } = await write(mail, locale)
    expect(html).toContain(`<html dir="ltr" lang="${locale}"`)
    for (const told of ['nightly-backup', `${CONSOLE}/my-account/api-tokens`, ...TOLD[mail.template]]) {
      expect(html).toContain(told)
      expect(text).toContain(told)
    }
    // In Berlin it was an hour later, and two in summer.
    expect(text).toMatch(/2026.*(13|14):34/)
  })

  it.each([1, 2, 62].flatMap((count) => sampleMails(chosen, count)))('$template leaves no message of the catalogue unfilled', async (mail) => {
    const { html, text, letter } = await write(mail, locale)
    for (const part of [html, text, letter.subject]) expect(part).not.toMatch(/[{}]|mails\.|reasons\.|undefined|\bnull\b/)
  })

  it.each(DEACTIVATION_REASONS)('gives the reason %s as a sentence', async (reason) => {
    const { data } = sample('token_deactivated')
    const { text } = await write({ template: 'token_deactivated', data: { ...data, reason } }, locale)
    expect(text).toMatch(/^ {2}(Reason|Grund|Motivo): \p{Lu}.*\.$/mu)
  })
})

it('has words of its own in each language', async () => {
  for (const mail of sampleMails()) {
    const texts = await Promise.all(LOCALES.map(async (locale) => (await write(mail, locale)).text))
    expect(new Set(texts.flatMap((text) => text.split('\n\n').slice(0, 3))).size).toBe(9)
  }
})

describe('what can be turned off', () => {
  it.each([
    ['token_generated', 'It can be turned off'],
    ['token_deactivated', 'It cannot be turned off'],
    ['tokens_activated', 'It cannot be turned off'],
    ['token_expiring', 'set on each token'],
    ['mfa_changed', 'Mails like this one cannot be turned off'],
  ] as const)('%s says: %s', async (template, said) => {
    expect((await write(sample(template), 'en')).text).toContain(said)
  })
})

describe('a change of MFA', () => {
  it.each(MFA_CHANGES)('%s has words of its own in each language', async (change) => {
    const letters = await Promise.all(LOCALES.map((locale) => write({ template: 'mfa_changed', data: { ...sample('mfa_changed').data, change } }, locale)))
    expect(new Set(letters.flatMap(({ letter: { subject, title, lead } }) => [subject, title, lead])).size).toBe(9)
  })

  it.each([[0, 'None is left.'], [1, '1 is left.'], [9, '9 are left.']])('counts the recovery codes left: %d', async (recoveryCodesLeft, said) => {
    const { data } = sample('mfa_changed')
    expect((await write({ template: 'mfa_changed', data: { ...data, recoveryCodesLeft } }, 'en')).text).toContain(said)
  })
})

describe('a mail on several tokens', () => {
  it.each(['tokens_deactivated', 'tokens_activated'] as const)('%s names fifty of them and counts the rest', async (template) => {
    const { letter, text, html } = await write(sample(template, 62), 'en')
    expect(letter.subject).toContain('62 API tokens')
    expect(text.match(/- nightly-backup/g)).toHaveLength(50)
    expect(text).toContain('and 12 more')
    expect(html).toContain('and 12 more')
  })

  it('names no rest where there is none', async () => {
    expect((await write(sample('tokens_deactivated', 50), 'en')).text).not.toContain('more\n')
  })

  it('says how many have expired meanwhile', async () => {
    const { data } = sample('tokens_activated', 5)
    const leadOf = async (expired: number) => (await write({ template: 'tokens_activated', data: { ...data, expired } }, 'en')).letter.lead
    expect(await leadOf(0)).not.toContain('expired')
    expect(await leadOf(1)).toContain('1 of them has expired')
    expect(await leadOf(3)).toContain('3 of them have expired')
  })
})

it('tells who can regenerate from who cannot yet', async () => {
  const { data } = sample('token_activated')
  const advice = async (expired: boolean) => (await write({ template: 'token_activated', data: { ...data, expired } }, 'en')).letter.advice.text
  expect(await advice(true)).toContain('Regenerate it in My Account > API Tokens')
  expect(await advice(false)).not.toContain('Regenerate')
})

it('sets a note of several lines apart, line by line', async () => {
  const { data } = sample('token_deactivated')
  const { text, html } = await write({ template: 'token_deactivated', data: { ...data, note: 'First.\r\n\nThird.' } }, 'en')
  expect(text).toContain('Olga Owner writes:\n  > First.\n  > \n  > Third.')
  expect(html).toMatch(/<blockquote.*First\..*Third\..*<\/blockquote>/s)
  expect((await write({ template: 'token_deactivated', data: { ...data, note: null } }, 'en')).html).not.toContain('blockquote')
})
