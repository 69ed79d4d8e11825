import { describe, expect, it } from 'vitest'
import { hasRightOrigin, isEnvelopePath, isFollowedHere, isInternalHeader } from './request-rules'

const OWN = 'https://tokens.example.com'
const post = { method: 'POST', path: '/sign-in', origin: OWN, contentType: 'multipart/form-data; boundary=x', nextAction: false }

describe('hasRightOrigin', () => {
  it.each([
    ['our own', {}, true],
    ['another', { origin: 'https://evil.example' }, false],
    ['ours in another scheme', { origin: 'http://tokens.example.com' }, false],
    ['ours with a port', { origin: `${OWN}:8443` }, false],
    ['ours as a prefix', { origin: `${OWN}.evil.example` }, false],
    ['null', { origin: 'null' }, false],
    ['none', { origin: undefined }, false],
    ['none on a read', { method: 'GET', origin: undefined }, true],
    ['another on a DELETE', { method: 'DELETE', origin: 'https://evil.example' }, false],
    ['none where programs call', { path: '/csp/gateway/am/api/auth/api-tokens/authorize', origin: null, contentType: 'application/json' }, true],
    ['none at the scheduler’s address', { path: '/api/cron/validate-tokens', origin: null, contentType: null }, true],
    ['none at a look-alike', { path: '/cspx', origin: null, contentType: null }, false],
    ['none for an action sent to where programs call', { path: '/csp/x', origin: null, contentType: 'text/plain', nextAction: true }, false],
    ['none for a form sent to where programs call', { path: '/csp/x', origin: null, contentType: 'Multipart/Form-Data; boundary=x' }, false],
  ])('origin %s', (_what, request, right) => {
    expect(hasRightOrigin({ ...post, ...request }, OWN)).toBe(right)
  })
})

it.each(['x-forwarded-host', 'x-forwarded-for', 'x-middleware-subrequest', 'x-nonce', 'x-real-ip', 'x-request-id', 'x-tw-path', 'forwarded', 'content-security-policy'])('%s is not for a client to say', (name) => {
  expect(isInternalHeader(name)).toBe(true)
})

it.each(['host', 'cookie', 'origin', 'next-action', 'rsc', 'next-router-state-tree', 'authorization'])('%s is', (name) => {
  expect(isInternalHeader(name)).toBe(false)
})

it.each([
  ['/csp', true],
  ['/csp/gateway/x?y', true],
  ['/oauth?x', true],
  ['/api/cron/validate-tokens', true],
  ['/api/cron', true],
  ['/api/auth/session', false],
  ['http://evil.example/csp/gateway', true],
  ['/CSP/../x', true],
  ['/cspx', false],
  ['/my-account/csp/', false],
])('failures at %s are told in the envelope: %s', (target, yes) => {
  expect(isEnvelopePath(target)).toBe(yes)
})

it.each([
  ['GET', 'same-origin', true],
  ['GET', 'none', true],
  ['GET', null, true],
  ['GET', 'cross-site', false],
  ['GET', 'same-site', false],
  ['HEAD', 'none', false],
  ['HEAD', null, false],
])('a link that chooses something is followed by %s from %s: %s', (method, site, followed) => {
  expect(isFollowedHere(new Request('http://127.0.0.1/theme/dark', { method, headers: site === null ? {} : { 'sec-fetch-site': site } }))).toBe(followed)
})
