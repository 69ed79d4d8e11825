import { expect, test } from '@playwright/test'
import { logUntilNow, product } from './product'

/** A request to next-auth's own addresses, as a page of the console would send it. */
function authRequest(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${product.url}/api/auth/${path}`, { redirect: 'manual', ...init, headers: { origin: product.url, ...init.headers } })
}

test('next-auth answers malformed requests without a 5xx', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const answers = await Promise.all([
    authRequest('signin?callbackUrl=%00'),
    authRequest('signin?callbackUrl=https://evil.test'),
    authRequest('callback/credentials', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }),
    authRequest('callback/credentials', { method: 'POST', headers: form, body: 'email=%00&password=x' }),
    authRequest('callback/none', { method: 'POST', headers: form, body: '' }),
    authRequest('_log', { method: 'POST', headers: form, body: 'x=1' }),
    authRequest('nothing'),
  ])
  for (const answer of answers) {
    expect(answer.status).toBeLessThan(500)
    const to = new URL(answer.headers.get('location') ?? product.url, product.url)
    expect(to.origin).toBe(product.url)
  }
})

test('next-auth tells a guest nothing, and keeps what clients send out of the log', async () => {
  expect(await (await authRequest('session')).json()).toEqual({})
  await authRequest('callback/credentials', { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'CANARYPASSWORD{' })
  await authRequest(`signin?callbackUrl=x${encodeURIComponent('\n{"msg":"FORGED"}')}`)
  expect(await logUntilNow()).not.toMatch(/CANARYPASSWORD|FORGED/)
})

/** `name=value` of each cookie that an answer sets. */
const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ')

function credentials(csrfToken: string): URLSearchParams {
  const [user] = product.users
  return new URLSearchParams({ csrfToken, email: user?.email ?? '', password: user?.password ?? '', json: 'true' })
}

test('next-auth opens the same kind of session, and ends it', async () => {
  const asked = await authRequest('csrf')
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const answer = await authRequest('callback/credentials', { method: 'POST', body: credentials(csrfToken), headers: { cookie: cookiesOf(asked) } })
  expect(answer.status).toBe(200)
  const cookie = `${cookiesOf(asked)}; ${cookiesOf(answer)}`
  const list = () => fetch(`${product.url}/my-account/api-tokens`, { redirect: 'manual', headers: { cookie } }).then(({ status }) => status)
  expect(await list()).toBe(200)
  expect(await (await authRequest('session', { headers: { cookie } })).json()).toMatchObject({ user: { email: product.users[0]?.email } })

  await authRequest('signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }), headers: { cookie } })
  // The old cookie is sent again, as a thief would: the row behind it has ended.
  expect(await list()).toBe(307)
})

test('next-auth opens no session without its CSRF token', async () => {
  const refused = await authRequest('callback/credentials', { method: 'POST', body: credentials('') })
  expect(refused.headers.getSetCookie().join()).not.toContain('tw-session')
})
