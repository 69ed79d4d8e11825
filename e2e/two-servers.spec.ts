import { expect, test } from '@playwright/test'
import type { BareServer } from '../server/testing/run-server'
import { closeSecret, generate, readSecret, signIn } from './console'
import { activateDevice, codeOf, nextCode } from './mfa-device'
import { makeGovernor } from './own-person'
import { ask, product } from './product'
import { runSecondServer } from './second-server'

const GATEWAY = '/csp/gateway/am/api'
const RACERS = 16

let second: BareServer

test.beforeAll(async () => {
  second = await runSecondServer()
})
test.afterAll(() => second.stop())

type Answer = { status: number; body: Record<string, unknown> }

async function post(url: string, path: string, { bearer, form, json }: { bearer?: string; form?: Record<string, string>; json?: object }): Promise<Answer> {
  const headers = { ...(bearer && { authorization: `Bearer ${bearer}` }), ...(json && { 'content-type': 'application/json' }) }
  const answer = await fetch(`${url}${GATEWAY}${path}`, { method: 'POST', headers, body: form ? new URLSearchParams(form) : JSON.stringify(json ?? {}) })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const exchangeAt = (url: string, apiToken: string, more: Record<string, string> = {}) => post(url, '/auth/api-tokens/authorize', { form: { api_token: apiToken, ...more } })
const statusAt = async (url: string, bearer: string) => (await fetch(`${url}${GATEWAY}/loggedin/user`, { headers: { authorization: `Bearer ${bearer}` } })).status

/** The same asked by sixteen at once, of both servers by turns. */
const race = (ask: (url: string) => Promise<Answer>) => Promise.all(Array.from({ length: RACERS }, (_, at) => ask(at % 2 ? second.url : product.url)))
const won = (answers: Answer[]) => answers.filter(({ status }) => status === 200)

async function restart(): Promise<void> {
  await second.stop()
  second = await runSecondServer()
}

test('of sixteen regenerations one wins, and every other secret is dead on both servers, after a restart as well', async ({ page }) => {
  const person = await makeGovernor([])
  await signIn(page, person, 'en')
  await generate(page, 'raced', 'en')
  const first = await readSecret(page, 'en')
  const bearer = String((await exchangeAt(second.url, first)).body['access_token'])
  const [token] = await ask<{ id: string }>('SELECT id FROM api_token WHERE org_id = $1', [person.orgId])

  const answers = await race((url) => post(url, `/loggedin/user/api-tokens/${token?.id}/regenerate`, { bearer, json: { generation: 1 } }))
  expect(won(answers)).toHaveLength(1)
  for (const { status, body } of answers) if (status !== 200) expect([401, 409], JSON.stringify(body)).toContain(status)
  const live = String(won(answers)[0]?.body['apiToken'])
  const look = async () => {
    for (const url of [product.url, second.url]) {
      expect((await exchangeAt(url, live)).status).toBe(200)
      expect((await exchangeAt(url, first)).body).toMatchObject({ errorCode: 'invalid_token' })
      expect(await statusAt(url, bearer)).toBe(401)
    }
  }
  await look()
  await restart()
  await look()
  const events = await ask<{ count: number }>(`SELECT count(*)::int AS count FROM audit_event WHERE org_id = $1 AND type = 'csp__regenerate_api_token'`, [person.orgId])
  expect(events).toEqual([{ count: 1 }])
  await closeSecret(page, 'en')
})

test('what is deactivated through one server is dead on the other at once, and alive again when activated', async ({ page }) => {
  const person = await makeGovernor([])
  await signIn(page, person, 'en')
  await generate(page, 'switched', 'en')
  const apiToken = await readSecret(page, 'en')
  const bearer = String((await exchangeAt(product.url, apiToken)).body['access_token'])
  await closeSecret(page, 'en')
  await generate(page, 'owner', 'en')
  const ownerToken = await readSecret(page, 'en')
  const [[switched]] = [await ask<{ id: string }>(`SELECT id FROM api_token WHERE org_id = $1 AND name = 'switched'`, [person.orgId])]
  await ask(`UPDATE api_token SET org_roles = '{org_owner}' WHERE org_id = $1 AND name = 'owner'`, [person.orgId])
  const owner = String((await exchangeAt(second.url, ownerToken)).body['access_token'])
  const change = (url: string, how: string) => post(url, `/orgs/${person.orgId}/api-tokens/${how}`, { bearer: owner, json: { ids: [switched?.id] } })

  expect((await change(second.url, 'deactivate')).body).toEqual({ successes: [switched?.id], failures: [] })
  expect((await exchangeAt(product.url, apiToken)).body).toMatchObject({ errorCode: 'token_deactivated' })
  expect(await statusAt(product.url, bearer)).toBe(401)
  expect((await change(product.url, 'activate')).body).toEqual({ successes: [switched?.id], failures: [] })
  expect((await exchangeAt(second.url, apiToken)).status).toBe(200)
  expect(await statusAt(second.url, bearer)).toBe(401)
  await closeSecret(page, 'en')
})

test('of sixteen that present one code, or one recovery code, one is served, and none after a restart', async ({ page }) => {
  const person = await makeGovernor([])
  await signIn(page, person, 'en')
  await generate(page, 'protected', 'en')
  const apiToken = await readSecret(page, 'en')
  await closeSecret(page, 'en')
  const { key, codes } = await activateDevice(page, 'en')
  await nextCode(person)
  for (const passcode of [codeOf(key).replace(' ', ''), codes[0] ?? '']) {
    const answers = await race((url) => exchangeAt(url, apiToken, { passcode }))
    expect(won(answers)).toHaveLength(1)
    for (const { status, body } of answers) if (status !== 200) expect(body['errorCode']).toMatch(/^(mfa_invalid|too_many_failures)$/)
  }
  await restart()
  expect((await exchangeAt(second.url, apiToken, { passcode: codes[0] ?? '' })).body).toMatchObject({ errorCode: 'mfa_invalid' })
})

test('wrong codes are counted by both together, and lock both, after a restart as well', async ({ page }) => {
  const person = await makeGovernor([])
  await signIn(page, person, 'en')
  await generate(page, 'guessed', 'en')
  const apiToken = await readSecret(page, 'en')
  await closeSecret(page, 'en')
  const { key } = await activateDevice(page, 'en')
  await nextCode(person)
  const answers = await race((url) => exchangeAt(url, apiToken, { passcode: 'no code' }))
  expect(answers.map(({ status, body }) => `${status} ${String(body['errorCode'])}`).toSorted()).toEqual([
    ...Array.from({ length: 5 }, () => '400 mfa_invalid'),
    ...Array.from({ length: RACERS - 5 }, () => '429 too_many_failures'),
  ])
  await restart()
  for (const url of [product.url, second.url]) expect((await exchangeAt(url, apiToken, { passcode: codeOf(key).replace(' ', '') })).status).toBe(429)
  expect(await ask(`SELECT count(*)::int AS count FROM audit_event WHERE org_id = $1 AND type = 'csp__lock_mfa'`, [person.orgId])).toEqual([{ count: 1 }])
})
