import { expect, it } from 'vitest'
import { loggedPath } from './logged-path'

const SECRET = `tw_${'A1b'.repeat(7)}x_${'a'.repeat(49)}`

it.each([
  [`/api-tokens/${SECRET}/switch`, '/api-tokens/tw_[redacted]/switch'],
  [`/${SECRET}%20${SECRET}`, '/tw_[redacted]%20tw_[redacted]'],
  [`/${SECRET.slice(0, 40)}`, '/tw_[redacted]'],
  ['/identity-and-access/audit-events', '/identity-and-access/audit-events'],
])('logs %s as %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged)
})
