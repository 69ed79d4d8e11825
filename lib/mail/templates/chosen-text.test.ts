import { render } from '@react-email/render'
import fc from 'fast-check'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { chosen, makeReader, sampleMails, type Chosen } from '@/server/testing/mails'
import { LOCALES, type Locale } from '../../identity/locales'
import type { Mail } from '../mails'
import { LetterPage } from './letter'
import { letterText } from './letter-text'
import { writeLetter } from './write-letter'

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</title></table></body><h1>',
  '<!-- --> ]]> <b',
  '"><a href="https://evil.example.com">',
  'a&amp;b & "c" \'d\'',
  "{lastFour} '{' # <b>",
  'x\r\nBcc: everybody@example.com\r\n\r\n<h1>',
  'a\nb\u2028c\u2029d\u0085e\u0000f\u001b[31m',
  'invoice\u202etxt.exe\u2066\u2069\u202c',
  'رمز النسخ',
  'אסימון <b>',
  '$& $1 %s 𝒯🙂',
]
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom('<', '>', '&', '"', "'", '{', '}', '\r', '\n', '\u202e', '\u2067', 'b', '/', 'ש', ' '), { maxLength: 20 }).map((parts) => parts.join('')),
)
const strings = fc.record({ tokenName: text, by: text, note: text, organization: text, firstName: text })
const locales = fc.constantFrom(...LOCALES)

async function write(mail: Mail, locale: Locale, names: Chosen) {
  const letter = writeLetter(mail, makeReader(locale, names), 'https://tokens.example.com')
  return { subject: letter.subject, html: await render(createElement(LetterPage, { letter })), text: letterText(letter) }
}

/** The elements of a page with the attributes they have, in order. The preview's padding depends on its length. */
const elements = (html: string) => html.replace(/<div>[^<]*<\/div>(?=<\/div>)/, '').match(/<[^>]*>/g)
/** The page as a reader sees it: what is between the elements, read back from its entities. */
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' }
const seen = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity)
/** A name as one line without what turns directions. */
const shown = (name: string) => name.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

describe.each(sampleMails())('$template, whatever people choose for names and notes', (plainMail) => {
  const sample = (names: Chosen) => sampleMails(names).find(({ template }) => template === plainMail.template) ?? plainMail
  // How many lines a note has shows in the markup, so the page is compared with one of as many.
  const tame = (names: Chosen): Chosen => ({ ...chosen, note: names.note.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(() => 'x').join('\n') })

  it('keeps its subject one line, read in one direction', async () => {
    await fc.assert(
      fc.asyncProperty(strings, locales, async (names, locale) => {
        expect((await write(sample(names), locale, names)).subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps its markup as it is with plain names', async () => {
    await fc.assert(
      fc.asyncProperty(strings, locales, async (names, locale) => {
        const [given, plain] = [await write(sample(names), locale, names), await write(sample(tame(names)), locale, tame(names))]
        expect(elements(given.html)).toEqual(elements(plain.html))
      }),
      { numRuns: 60 },
    )
  })

  it('still says the facts, in text and on the page', async () => {
    await fc.assert(
      fc.asyncProperty(strings, locales, async (names, locale) => {
        const { html, text: plain } = await write(sample(names), locale, names)
        // MFA is of a person: it is the same in each of their organizations.
        const ofPerson = plainMail.template === 'mfa_changed'
        for (const name of [names.tokenName, ...(ofPerson ? [] : [names.organization]), ...('by' in plainMail.data ? [names.by] : [])]) {
          expect(plain).toContain(shown(name))
          expect(seen(html)).toContain(shown(name))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('has as many lines of text as with plain names', async () => {
    await fc.assert(
      fc.asyncProperty(strings, locales, async (names, locale) => {
        const lines = async (of: Chosen) => (await write(sample(of), locale, of)).text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length
        expect(await lines(names)).toBe(await lines(tame(names)))
      }),
      { numRuns: 30 },
    )
  })
})
