import { render } from '@react-email/render'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '../../identity/locales'
import type { MailData } from '../mails'
import { LetterPage } from './letter'
import { letterText } from './letter-text'
import { writeSecretMade } from './secret-made'

const CONSOLE = 'https://tokens.example.com'
const TEMPLATES = ['token_generated', 'token_regenerated'] as const

const made = (change: Partial<MailData['token_generated']> = {}): MailData['token_generated'] => ({
  tokenId: '01900000-0000-7000-8000-000000000003',
  tokenName: 'nightly-backup',
  lastFour: 'x9Qz',
  at: '2026-03-01T12:34:00.000Z',
  expiresAt: '2026-09-01T12:34:00.000Z',
  ip: '192.0.2.7',
  ...change,
})
const reader = (locale: Locale) => ({ firstName: 'Ada', locale, timeZone: 'Europe/Berlin', organization: 'Example Labs' })

async function write(template: (typeof TEMPLATES)[number], locale: Locale, data = made()) {
  const letter = writeSecretMade({ template, data }, reader(locale), CONSOLE)
  return { letter, html: await render(createElement(LetterPage, { letter })), text: letterText(letter) }
}

describe.each(LOCALES)('a notice in %s', (locale) => {
  it.each(TEMPLATES)('%s says which token, when, from where, until when, and where to go', async (template) => {
    const { letter, html, text } = await write(template, locale)
    expect(letter.subject).toContain('nightly-backup')
    expect(html).toContain(`<html dir="ltr" lang="${locale}"`)
    for (const told of ['nightly-backup', 'x9Qz', '192.0.2.7', 'Example Labs', `${CONSOLE}/my-account/api-tokens`, `${CONSOLE}/my-account/preferences`]) {
      expect(html).toContain(told)
      expect(text).toContain(told)
    }
    // In Berlin it was an hour later.
    expect(text).toMatch(/2026.*13:34/)
    expect(text).toMatch(/2026.*14:34/)
  })

  it('leaves no message of the catalogue unfilled', async () => {
    for (const template of TEMPLATES) {
      const { html, text, letter } = await write(template, locale, made({ expiresAt: null, ip: null }))
      for (const part of [html, text, letter.subject]) expect(part).not.toMatch(/[{}]|mails\.|undefined|\bnull\b/)
    }
  })
})

it('has words of its own in each language', async () => {
  const texts = await Promise.all(LOCALES.map(async (locale) => (await write('token_generated', locale)).text))
  expect(texts[0]).toContain('A new API token was generated')
  expect(texts[1]).toContain('Ein neues API-Token wurde generiert')
  expect(texts[2]).toContain('È stato generato un nuovo token API')
})
