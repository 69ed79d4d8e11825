import { expect, test } from '@playwright/test'
import { closeSecret, generate, LIST, readSecret, signIn } from './console'
import { labelsIn, languages } from './labels'
import { activateDevice, codeOf, MFA, mfaEvents, nextCode } from './mfa-device'
import { mfaWordsIn } from './mfa-words'
import { makeColleague, makeGovernor } from './own-person'
import { ask, exchange } from './product'

const POLICY = '/organization/authentication'
const ROLES = ['org_owner', 'org_admin', 'org_member', 'access_log_auditor'] as const

for (const language of languages) {
  const [labels, words] = [labelsIn(language), mfaWordsIn(language)]

  test(`an owner enforces MFA, and what members find then, in ${language}`, async ({ page, browser }) => {
    const owner = await makeGovernor([], ['org_owner', 'org_member'])
    const member = await makeColleague(owner, ['org_member'])
    const context = await browser.newContext()
    const theirs = await context.newPage()
    await signIn(theirs, member, language)
    await generate(theirs, 'stopped', language)
    const apiToken = await readSecret(theirs, language)
    await closeSecret(theirs, language)
    expect((await exchange(apiToken)).status).toBe(200)

    await signIn(page, owner, language)
    await page.getByRole('navigation').getByRole('link', { name: words.policy, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: words.policy, exact: true })).toBeVisible()
    await expect(page.getByText(words.oneUser)).toBeVisible()
    const toggle = page.getByRole('switch', { name: words.enforce, exact: true })
    await toggle.check()
    await page.getByRole('button', { name: labels.save, exact: true }).click()
    const question = page.getByRole('dialog')
    await expect(question).toContainText(words.oneUser)
    expect((await exchange(apiToken)).status).toBe(200)
    await question.getByRole('button', { name: words.confirmEnforce, exact: true }).click()
    await expect(question).toHaveCount(0)
    await expect(page.getByText(labels.saved, { exact: true })).toBeVisible()
    expect((await exchange(apiToken)).body).toMatchObject({ errorCode: 'mfa_not_configured' })
    expect(await mfaEvents(owner)).toEqual(['enforce_api_token_mfa'])

    await theirs.goto(LIST)
    await expect(theirs.getByText(words.requires)).toBeVisible()
    await generate(theirs, 'not yet', language)
    await expect(theirs.getByRole('dialog').getByText(words.requires)).toBeVisible()
    await closeSecret(theirs, language)
    await theirs.getByRole('link', { name: labels.activateDevice, exact: true }).click()
    await expect(theirs).toHaveURL(MFA)
    await expect(theirs.getByText(words.requires)).toBeVisible()
    const { key } = await activateDevice(theirs, language)
    await closeSecret(theirs, language)
    await nextCode(member)
    expect((await exchange(apiToken, { passcode: codeOf(key) })).status).toBe(200)
    const own = theirs.getByRole('switch', { name: labels.mfaIsOn, exact: true })
    await expect(own).toBeChecked()
    await expect(own).toBeDisabled()
    await expect(theirs.getByText(words.requires)).toBeVisible()

    await page.reload()
    await toggle.uncheck()
    await page.getByRole('button', { name: labels.save, exact: true }).click()
    await expect(page.getByText(labels.saved, { exact: true })).toBeVisible()
    expect(await mfaEvents(owner)).toEqual(['enforce_api_token_mfa', 'activate_mfa_device', 'enforce_api_token_mfa'])
    await theirs.reload()
    await expect(own).toBeEnabled()
    await context.close()
  })
}

for (const role of ROLES) {
  test(`who is ${role} alone, with governance and without`, async ({ page }) => {
    const person = await makeColleague(await makeGovernor([]), [role])
    await signIn(page, person, 'en')
    const expected = role === 'org_owner' ? 200 : 404
    expect((await page.request.get(POLICY)).status()).toBe(expected)
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Authentication Policy' })).toHaveCount(role === 'org_owner' ? 1 : 0)
    await ask('UPDATE organization SET iga_activated_at = NULL WHERE id = $1', [person.orgId])
    expect((await page.request.get(POLICY)).status()).toBe(expected)
    await ask(`UPDATE membership SET roles = '{}' WHERE org_id = $1 AND user_id = $2`, [person.orgId, person.userId])
    expect((await page.request.get(POLICY)).status()).toBe(404)
  })
}

test('one who was an owner when the page was loaded enforces nothing', async ({ page }) => {
  const owner = await makeGovernor([])
  await signIn(page, owner, 'en', { at: `/sign-in?next=${POLICY}` })
  await page.getByRole('switch', { name: 'Enforce MFA for API tokens' }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await ask(`UPDATE membership SET roles = '{org_admin}' WHERE org_id = $1 AND user_id = $2`, [owner.orgId, owner.userId])
  await page.getByRole('dialog').getByRole('button', { name: 'Enforce MFA', exact: true }).click()
  await expect(page.getByText('Only an Organization Owner can do this.')).toBeVisible()
  expect(await ask('SELECT mfa_enforced_at AS at FROM organization WHERE id = $1', [owner.orgId])).toEqual([{ at: null }])
  expect(await mfaEvents(owner)).toEqual([])
})

test('leaving the question enforces nothing', async ({ page }) => {
  const owner = await makeGovernor([])
  await signIn(page, owner, 'en', { at: `/sign-in?next=${POLICY}` })
  await page.getByRole('switch', { name: 'Enforce MFA for API tokens' }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Don’t enforce', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await ask('SELECT mfa_enforced_at AS at FROM organization WHERE id = $1', [owner.orgId])).toEqual([{ at: null }])
})
