import { afterAll, beforeAll, expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { ensureSigningKey } from '@/lib/platform/signing-keys'
import { makeToken } from '../testing/exchange'
import { codeOf, makeMfaDevice, wrongCodeFor } from '../testing/mfa'
import { makeMember, makeOrganization } from '../testing/people'
import { runInterfaceProcess, type InterfaceProcess } from '../testing/run-interface'
import { createTestDatabase } from '../testing/test-database'

/** What one process must not decide for itself: races have one winner on two of them, and again after both were killed. */
await createTestDatabase({ PUBLIC_URL: 'http://127.0.0.1:3000' })
const GATEWAY = '/csp/gateway/am/api'
const EACH = Array.from({ length: 16 }, (_one, at) => at)
/** Milliseconds: processes are started and started again. */
const LONG = 120_000

let processes: readonly InterfaceProcess[] = []
const start = async () => (processes = await Promise.all([runInterfaceProcess(), runInterfaceProcess()]))
const kill = () => Promise.all(processes.map((one) => one.kill()))

beforeAll(async () => {
  await ensureSigningKey()
  await start()
}, LONG)
afterAll(kill)

type Answer = { status: number; body: Record<string, unknown> }

/** Sends to one process or the other, by turns of `at`. */
async function send(at: number, path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`${processes[at % 2]?.url ?? ''}${GATEWAY}${path}`, init)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const exchangeAt = (at: number, apiToken: string, more: Record<string, string> = {}) =>
  send(at, '/auth/api-tokens/authorize', { method: 'POST', body: new URLSearchParams({ api_token: apiToken, ...more }) })

const outcomes = (answers: Answer[]) => answers.map(({ status, body }) => (status === 200 ? 'granted' : String(body['errorCode'])))

/** How many were granted, and why others were not: but for those that a busy machine has told to come back. */
function raced(answers: Answer[]) {
  const all = outcomes(answers)
  return { granted: all.filter((outcome) => outcome === 'granted').length, refused: [...new Set(all)].filter((outcome) => !['granted', 'unavailable'].includes(outcome)) }
}

const countLocks = (orgId: string) => prisma().auditEvent.count({ where: { orgId, type: 'csp__lock_mfa' } })

it('a code and a recovery code are accepted once, and stay spent when all processes have been killed', async () => {
  const ctx = await makeMember(await makeOrganization())
  const [one, other] = [await makeToken(ctx), await makeToken(ctx)]
  const { secret, recoveryCodes } = await makeMfaDevice(ctx)
  for (const passcode of [codeOf(secret), recoveryCodes[0] ?? '']) {
    const answers = await Promise.all(EACH.map((at) => exchangeAt(at, at % 4 < 2 ? one.apiToken : other.apiToken, { passcode })))
    expect(raced(answers)).toEqual({ granted: 1, refused: ['mfa_invalid'] })
    await kill()
    await start()
    expect(raced([await exchangeAt(0, one.apiToken, { passcode }), await exchangeAt(1, other.apiToken, { passcode })])).toMatchObject({ granted: 0 })
  }
  expect(outcomes([await exchangeAt(0, one.apiToken, { passcode: codeOf(secret, 1) })])).toEqual(['granted'])
}, LONG)

it('wrong codes are counted together, and lock when all processes have been killed, too', async () => {
  const ctx = await makeMember(await makeOrganization())
  const { apiToken } = await makeToken(ctx)
  const { secret } = await makeMfaDevice(ctx)
  for (let wave = 0; wave < 5 && (await countLocks(ctx.orgId)) === 0; wave += 1) {
    const answers = await Promise.all(EACH.map((at) => exchangeAt(at, apiToken, { passcode: wrongCodeFor(secret) })))
    expect(outcomes(answers).filter((outcome) => outcome === 'mfa_invalid').length).toBeLessThanOrEqual(5)
  }
  await kill()
  await start()
  const right = await Promise.all([0, 1].map((at) => exchangeAt(at, apiToken, { passcode: codeOf(secret) })))
  expect(right.map(({ status }) => status)).toEqual([429, 429])
  expect(await countLocks(ctx.orgId)).toBe(1)
}, LONG)

it('sixteen regenerations leave one secret, and the one before is refused by both from the answer on', async () => {
  const ctx = await makeMember(await makeOrganization())
  const { apiToken, tokenId } = await makeToken(ctx)
  const caller = String((await exchangeAt(0, (await makeToken(ctx)).apiToken)).body['access_token'])
  const init = { method: 'POST', headers: { authorization: `Bearer ${caller}`, 'content-type': 'application/json' }, body: JSON.stringify({ generation: 1 }) }
  const answers = await Promise.all(EACH.map((at) => send(at, `/loggedin/user/api-tokens/${tokenId}/regenerate`, init)))
  const made = answers.flatMap(({ status, body }) => (status === 200 ? [String(body['apiToken'])] : []))
  expect(raced(answers)).toEqual({ granted: 1, refused: ['token_changed'] })
  expect(outcomes(await Promise.all([0, 1].map((at) => exchangeAt(at, apiToken))))).toEqual(['invalid_token', 'invalid_token'])
  expect(outcomes(await Promise.all([0, 1].map((at) => exchangeAt(at, made[0] ?? ''))))).toEqual(['granted', 'granted'])
}, LONG)

it('what one process revokes the other refuses at once, the access tokens too', async () => {
  const ctx = await makeMember(await makeOrganization())
  const { apiToken, tokenId } = await makeToken(ctx)
  const headers = { 'csp-auth-token': String((await exchangeAt(1, apiToken)).body['access_token']) }
  expect((await send(1, '/loggedin/user', { headers })).status).toBe(200)
  expect((await send(0, `/loggedin/user/api-tokens/${tokenId}`, { method: 'DELETE', headers })).status).toBe(200)
  expect([(await send(1, '/loggedin/user', { headers })).status, (await exchangeAt(1, apiToken)).body['errorCode']]).toEqual([401, 'token_revoked'])
}, LONG)
