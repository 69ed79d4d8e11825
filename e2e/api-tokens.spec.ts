import { expect, test } from '@playwright/test'
import { closeSecret, confirmRevoke, generate, LIST, openRevoke, pickMember, readSecret, rowOf, signIn, signInByForm } from './console'
import { languages, labelsIn } from './labels'
import { ask, exchange, statusFor, userWith } from './product'

/** Last use is written every few seconds; the product promises ten. */
const LAST_USE_MS = 10_000

for (const language of languages) {
  const labels = labelsIn(language)

  test(`from generating a token to its end, in ${language}`, async ({ page }) => {
    const owner = userWith('org_owner')
    const name = `nightly-backup ${language} ${Date.now()}`
    await signInByForm(page, owner, language)

    await generate(page, name, language)
    const apiToken = await readSecret(page, language)
    await closeSecret(page, language)
    await expect(rowOf(page, name)).toContainText(apiToken.slice(-4))

    const { status, body } = await exchange(apiToken)
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'bearer',
      expires_in: 1799,
      scope: expect.stringContaining('org_member'),
      refresh_token: apiToken,
      id_token: null,
    })
    expect(await statusFor(body['access_token'])).toBe(200)

    const lastUse = () =>
      ask<{ at: Date | null }>(`SELECT l.last_used_at AS at FROM api_token t JOIN token_life l USING (org_id, id) WHERE t.name = $1`, [name]).then(([row]) => row?.at ?? null)
    await expect.poll(lastUse, { timeout: LAST_USE_MS }).not.toBeNull()
    await page.goto(LIST)
    const lastUsed = rowOf(page, name).getByRole('cell').filter({ has: page.getByText(labels.lastUsed) }).last()
    await expect(lastUsed.locator('time').first()).toHaveAttribute('datetime', (await lastUse())?.toISOString() ?? '')

    await openRevoke(page, name, language)
    await confirmRevoke(page, language)
    const refused = await exchange(apiToken)
    expect([refused.status, refused.body['errorCode']]).toEqual([400, 'token_revoked'])
    expect(await statusFor(body['access_token'])).toBe(401)
    await expectRecords(name, owner.email)
  })
}

/** What the database holds of one token that was generated and revoked. */
async function expectRecords(name: string, email: string) {
  const [token] = await ask<{ id: string; revoked: boolean; roles: string[]; owner: string }>(
    `SELECT t.id, revoked_at IS NOT NULL AS revoked, org_roles AS roles, u.email AS owner
       FROM api_token t JOIN user_account u ON u.id = t.user_id WHERE t.name = $1`,
    [name],
  )
  expect(token).toMatchObject({ revoked: true, roles: ['org_member'], owner: email })
  const events = await ask<{ type: string; result: string; ip: string }>(
    `SELECT type, result, ip FROM audit_event WHERE token_id = $1 ORDER BY at, id`,
    [token?.id],
  )
  expect(events.map(({ type, result }) => `${type} ${result}`)).toEqual([
    'csp__generate_api_token success',
    'csp__revoke_api_token success',
    'csp__refresh_token_exchange_failed failure',
  ])
  expect(events.every(({ ip }) => ip === '127.0.0.1')).toBe(true)
  const mails = await ask<{ template: string }>(`SELECT template FROM outbox_mail WHERE cause = $1`, [`token_generated:${token?.id}:1`])
  expect(mails).toEqual([{ template: 'token_generated' }])
}

test('revoking asks first, and leaving it changes nothing', async ({ page }) => {
  await signIn(page, userWith('org_owner'), 'en')
  const name = `kept ${Date.now()}`
  await generate(page, name, 'en')
  const apiToken = await readSecret(page, 'en')
  await closeSecret(page, 'en')
  await openRevoke(page, name, 'en')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await exchange(apiToken)).status).toBe(200)
})

test('a form without a name says so beside the field', async ({ page }) => {
  const labels = labelsIn('en')
  await signIn(page, userWith('org_owner'), 'en', { at: `${LIST}/generate` })
  await page.getByRole('button', { name: labels.generate, exact: true }).click()
  const field = page.getByLabel(labels.tokenName, { exact: true })
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a double click on Generate makes one token', async ({ page }) => {
  const labels = labelsIn('en')
  const name = `twice ${Date.now()}`
  await signIn(page, userWith('org_owner'), 'en', { at: `${LIST}/generate` })
  await page.getByLabel(labels.tokenName, { exact: true }).fill(name)
  await pickMember(page, 'en')
  await page.getByRole('button', { name: labels.generate, exact: true }).dblclick()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await ask(`SELECT 1 AS one FROM api_token WHERE name = $1`, [name])).toHaveLength(1)
})
