import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { formattingLocale } from '../i18n/formats'
import { KEPT_UNITS, type Ttl } from '../lib/time'
import german from './de.json'
import en from './en.json'
import italian from './it.json'

const sayings = {
  en: createTranslator({ locale: formattingLocale.en, messages: en, namespace: 'ttl' }),
  de: createTranslator({ locale: formattingLocale.de, messages: german, namespace: 'ttl' }),
  it: createTranslator({ locale: formattingLocale.it, messages: italian, namespace: 'ttl' }),
}

describe('how long a token lives', () => {
  it.each<[Ttl, string, string, string]>([
    [{ value: 61, unit: 'seconds' }, '61 seconds', '61 Sekunden', '61 secondi'],
    [{ value: 86_399, unit: 'seconds' }, '86,399 seconds', '86.399 Sekunden', '86.399 secondi'],
    [{ value: 1, unit: 'minutes' }, '1 minute', '1 Minute', '1 minuto'],
    [{ value: 90, unit: 'minutes' }, '90 minutes', '90 Minuten', '90 minuti'],
    [{ value: 1, unit: 'months' }, '1 month', '1 Monat', '1 mese'],
  ])('is said of %o in every language', ({ value, unit }, ...texts) => {
    expect([sayings.en(unit, { value }), sayings.de(unit, { value }), sayings.it(unit, { value })]).toEqual(texts)
  })

  it.each(KEPT_UNITS)('is one and many %s with different words', (unit) => {
    for (const say of Object.values(sayings)) expect(say(unit, { value: 1 }).replace('1', '2')).not.toBe(say(unit, { value: 2 }))
  })
})
