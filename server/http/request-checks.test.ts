import { expect, it } from 'vitest'
import { judgeHost, readPath, withoutStraySlashes } from './request-checks'

it.each([
  ['/sign-in', '/sign-in'],
  ['/sign-in?next=//evil.example', '/sign-in'],
  ['/%5Bid%5D', '/%5Bid%5D'],
  ['//evil.example/x', null],
  ['/csp/../my-account', null],
  ['/csp/%2e%2e/my-account', null],
  ['/csp\\..\\my-account', null],
  ['http://evil.example/', null],
  ['*', null],
  ['/csp/gateway/%ff', null],
  ['/locale/%zz', null],
  ['/caf%C3%A9', '/caf%C3%A9'],
])('the target %s is the path %s', (target, path) => {
  expect(readPath(target)).toBe(path)
})

it.each([
  ['/csp/gateway/am/api/loggedin/user/', '/csp/gateway/am/api/loggedin/user'],
  ['/csp/gateway/am/api/loggedin/user/orgs/?expand=1', '/csp/gateway/am/api/loggedin/user/orgs?expand=1'],
  ['/oauth/token/', '/oauth/token'],
  ['//csp/gateway/am/api/loggedin/user/?a=//b/', '/csp/gateway/am/api/loggedin/user?a=//b/'],
  ['//.well-known/openid-configuration', '/.well-known/openid-configuration'],
  ['/.well-known/oauth-authorization-server/', '/.well-known/oauth-authorization-server'],
  ['//api/cron/validate-tokens/', '/api/cron/validate-tokens'],
  ['//api/auth/csrf', '//api/auth/csrf'],
  ['//.well-known.evil.example/', '//.well-known.evil.example/'],
  ['//evil.example/csp/', '//evil.example/csp/'],
  ['//csp.evil.example/', '//csp.evil.example/'],
  ['/csp//gateway', '/csp//gateway'],
  ['/csp/x//', '/csp/x//'],
  ['/csp/x?next=/', '/csp/x?next=/'],
  ['/my-account/', '/my-account/'],
  ['/', '/'],
])('the target %s is asked for as %s', (target, expected) => {
  expect(withoutStraySlashes(target)).toBe(expected)
})

const local = new URL('http://127.0.0.1:3000')
it.each([
  ['127.0.0.1:3000', 'right'],
  ['localhost:3000', 'redirect'],
  ['[::1]:3000', 'redirect'],
  ['127.0.0.1', 'redirect'],
  ['evil.example:3000', 'wrong'],
  ['localhost.evil.example', 'wrong'],
  [undefined, 'wrong'],
])('a console on this machine finds the host %s %s', (host, judged) => {
  expect(judgeHost(host, local)).toBe(judged)
})

it('behind a proxy any host is right, since the proxy may pass on its own', () => {
  expect(judgeHost('127.0.0.1:3000', new URL('https://tokens.example.com'))).toBe('right')
})
