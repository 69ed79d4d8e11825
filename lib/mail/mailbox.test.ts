import { expect, it } from 'vitest'
import { mayReadMails } from './mailbox'

it.each([
  ['demo', '127.0.0.1', true],
  ['demo', '127.8.0.1', true],
  ['demo', '::1', true],
  ['demo', '192.0.2.1', false],
  ['demo', '12.127.0.1', false],
  ['demo', '::127.0.0.1', false],
  ['demo', null, false],
  ['production', '127.0.0.1', false],
] as const)('in %s, %s may read mails: %s', (mode, ip, may) => {
  expect(mayReadMails(mode, ip)).toBe(may)
})
