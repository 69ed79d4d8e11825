import { describe, expect, it } from 'vitest'
import { afterAct, isKept, NOT_KEPT, type KeepingAct } from './keeping'

const after = (...acts: KeepingAct[]) => acts.reduce(afterAct, NOT_KEPT)

describe('whether the secret is kept', () => {
  it.each<[KeepingAct[], boolean]>([
    [[], false],
    [['copied'], true],
    [['downloaded'], true],
    [['notCopied'], false],
    [['printed'], false],
    [['copied', 'overwritten'], false],
    [['copied', 'overwritten', 'copied'], true],
    [['downloaded', 'copied', 'overwritten'], true],
    [['copied', 'printed'], true],
    [['copied', 'notCopied'], true],
  ])('after %j: %s', (acts, kept) => {
    expect(isKept(after(...acts))).toBe(kept)
  })
})

describe('what is said', () => {
  it('is about the last attempt', () => {
    expect(after('copied', 'printed').said).toBe('printed')
  })

  it('takes back that it is in the clipboard', () => {
    expect(after('copied', 'overwritten').said).toBeNull()
  })

  it('stays where something else than the token is copied', () => {
    expect(after('copied', 'downloaded', 'overwritten').said).toBe('downloaded')
  })
})
