import { expect, it } from 'vitest'
import { requestClass } from './request-class'

it.each([
  ['/csp/gateway/am/api/auth/api-tokens/authorize', 'exchange'],
  ['/csp/gateway/am/api/auth/authorize', 'exchange'],
  ['/csp/gateway/am/api/auth/token', 'exchange'],
  ['/csp/gateway/am/api/auth/token-public-key', 'interface'],
  ['/oauth/token', 'exchange'],
  ['/csp/gateway/am/api/auth/api-tokens/authorize/x', 'interface'],
  ['/oauth/introspect', 'interface'],
  ['/.well-known/oauth-authorization-server', 'interface'],
  ['/metrics', 'operations'],
  ['/api/cron/validate-tokens', 'operations'],
  ['/_next/static/chunks/a.js', 'asset'],
  ['/my-account/api-tokens', 'console'],
  ['/metricsx', 'console'],
  ['', 'console'],
])('%s is of the class %s', (path, expected) => {
  expect(requestClass(path)).toBe(expected)
})
