import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPath } from './own-path'

describe('ownPath', () => {
  it.each(['//evil.test', '/\\evil.test', '/\t/evil.test', '/\n/evil.test', 'https://evil.test', 'javascript:alert(1)', '', null, undefined, '/..//evil.test', `/${'a'.repeat(3_000)}`])(
    'does not follow %j',
    (text) => {
      expect(ownPath(text, '/start')).toBe('/start')
    },
  )

  it('follows a path with query and fragment', () => {
    expect(ownPath('/my-account/api-tokens?after=1#list', '/start')).toBe('/my-account/api-tokens?after=1#list')
  })

  it('never leads a browser to another site', () => {
    const nasty = fc.string({ unit: fc.constantFrom('/', '\\', '\t', '\n', '.', ':', '@', 'a', '%2f', '?', '#', ' ') })
    fc.assert(
      fc.property(nasty, (text) => {
        const url = new URL(ownPath(`/${text}`, '/start'), 'https://own.test')
        expect(url.origin).toBe('https://own.test')
      }),
    )
  })
})
