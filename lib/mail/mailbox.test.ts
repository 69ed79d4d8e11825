import { expect, it } from 'vitest'
import { mayReadMails } from './mailbox'

const HERE = 'http://127.0.0.1:3000'
const ELSEWHERE = 'https://demo.example.com'

it.each([
  ['demo', HERE, '127.0.0.1', true],
  ['demo', 'http://localhost:3000', '127.8.0.1', true],
  ['demo', 'http://[::1]:3000', '::1', true],
  ['demo', HERE, '192.0.2.1', false],
  ['demo', HERE, '12.127.0.1', false],
  ['demo', HERE, '::127.0.0.1', false],
  ['demo', HERE, null, false],
  ['demo', ELSEWHERE, '127.0.0.1', false],
  ['demo', 'http://127.example.com', '127.0.0.1', false],
  ['demo', 'http://192.0.2.1:3000', '192.0.2.1', false],
  ['production', HERE, '127.0.0.1', false],
] as const)('in %s at %s, %s may read mails: %s', (mode, publicUrl, ip, may) => {
  expect(mayReadMails({ mode, publicUrl }, ip)).toBe(may)
})
