import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../lib/errors'
import { argumentsOf, readMessages, readMessagesText, type Language } from './catalogue'
import { shownLabels } from './fixed-labels'

const en = readMessages('en')
const translations = { de: readMessages('de'), it: readMessages('it') }
const all = Object.entries({ en, ...translations })

/** Counts, ellipses and what a label is narrowed down to stand outside it. */
const bare = (text: string | undefined) => text?.replace(/(\s*…|: \{\w+\})$/, '')
const keysOf = (label: string) => [...en].filter(([, text]) => bare(text) === label).map(([key]) => key)

describe('reading the arguments of a message', () => {
  it('looks into plurals, choices and tags', () => {
    const message = '{n, plural, one {# of {who}} other {#}} {kind, select, a {<b>{x}</b>} other {}} {at, date, short}'
    expect(argumentsOf(message)).toEqual(['<b>', 'at', 'kind', 'n', 'who', 'x'])
  })
})

it.each<Language>(['en', 'de', 'it'])('the file of %s says each key once: of two, JSON silently takes the last', (language) => {
  const text = readMessagesText(language)
  expect(`${JSON.stringify(JSON.parse(text), null, 2)}\n`).toBe(text)
})

describe.each(Object.entries(translations))('messages in %s', (_language, messages) => {
  it('have the keys of English', () => {
    expect([...messages.keys()].sort()).toEqual([...en.keys()].sort())
  })

  it('want the same arguments as English', () => {
    const wanted = (from: Map<string, string>) => Object.fromEntries([...from].map(([key, text]) => [key, argumentsOf(text)]))
    expect(wanted(messages)).toEqual(wanted(en))
  })
})

describe.each(all)('every message in %s', (_language, messages) => {
  it('says something', () => {
    expect([...messages].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it.each(ERROR_CODES)('has a sentence for the refusal %s', (code) => {
    expect(messages.has(`errors.${code}`)).toBe(true)
  })
})

describe('fixed labels', () => {
  it.each(shownLabels)('show %s', (english) => {
    expect(keysOf(english)).not.toEqual([])
  })

  it.each(shownLabels)('translate %s as %s and %s', (english, german, ...italian) => {
    for (const key of keysOf(english)) {
      expect([key, bare(translations.de.get(key))]).toEqual([key, german])
      expect(italian, key).toContain(bare(translations.it.get(key)))
    }
  })
})
