import { expect, test } from '@playwright/test'
import { signIn } from './console'
import { labelsIn, languages } from './labels'
import { codeOf, MFA, nextCode, readCodes, readKey, storedMfa } from './mfa-device'
import { mfaWordsIn } from './mfa-words'
import { makeGovernor, makeOwnPerson } from './own-person'
import { ask } from './product'

test.use({ javaScriptEnabled: false })

const POLICY = '/organization/authentication'
const longAgo = ({ userId }: { userId: string }) => ask(`UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`, [userId])

for (const language of languages) {
  const [labels, words] = [labelsIn(language), mfaWordsIn(language)]

  test(`a device is activated, turned off and on, and deactivated without JavaScript, in ${language}`, async ({ page }) => {
    const person = await makeOwnPerson([])
    await signIn(page, person, language, { at: `/sign-in?next=${MFA}` })
    const activate = page.getByRole('button', { name: labels.activateDevice, exact: true })
    const toggle = page.getByRole('switch', { name: labels.mfaIsOn, exact: true })
    const anyCode = page.getByLabel(words.anyCode, { exact: true })
    await activate.click()
    const key = await readKey(page, language)
    await page.getByLabel(words.deviceName).fill('Tablet')
    await page.getByLabel(words.code, { exact: true }).fill('000')
    await activate.click()
    await expect(page.getByText(words.wrongCode)).toBeVisible()
    await expect(page.getByLabel(words.deviceName)).toHaveValue('Tablet')
    await page.getByLabel(words.code, { exact: true }).fill(codeOf(key))
    await activate.click()
    await expect(page.getByRole('heading', { name: words.codesTitle, exact: true })).toBeVisible()
    const codes = await readCodes(page, language)
    expect(await storedMfa(person)).toEqual({ name: 'Tablet', active: true, on: true, left: 10 })
    await page.goto(MFA)
    expect(await page.content()).not.toContain(codes[0])

    await toggle.uncheck()
    await page.getByRole('button', { name: words.turnOff, exact: true }).click()
    await expect(toggle).not.toBeChecked()
    await expect(anyCode).toHaveAttribute('aria-invalid', 'true')
    await anyCode.fill(codes[0] ?? '')
    await page.getByRole('button', { name: words.turnOff, exact: true }).click()
    await expect(toggle).not.toBeChecked()
    expect(await storedMfa(person)).toMatchObject({ on: false })
    await toggle.check()
    await nextCode(person)
    await page.getByLabel(words.code, { exact: true }).fill(codeOf(key))
    await page.getByRole('button', { name: words.turnOn, exact: true }).click()
    await expect(toggle).toBeChecked()
    expect(await storedMfa(person)).toMatchObject({ on: true })

    await page.getByRole('button', { name: words.renewMore, exact: true }).click()
    await anyCode.last().fill(codes[1] ?? '')
    await page.getByRole('button', { name: words.renew, exact: true }).click()
    const fresh = await readCodes(page, language)
    await page.goto(MFA)
    await page.getByRole('button', { name: `${labels.deactivateDevice}…`, exact: true }).click()
    await anyCode.first().fill(fresh[0] ?? '')
    await page.getByRole('button', { name: labels.deactivateDevice, exact: true }).click()
    await expect(page.getByRole('heading', { name: words.none, exact: true })).toBeVisible()
    expect(await storedMfa(person)).toBeUndefined()
  })

  test(`an owner enforces MFA without JavaScript, after the password, in ${language}`, async ({ page }) => {
    const owner = await makeGovernor([])
    await signIn(page, owner, language, { at: `/sign-in?next=${POLICY}` })
    const toggle = page.getByRole('switch', { name: words.enforce, exact: true })
    const save = page.getByRole('button', { name: labels.save, exact: true })
    await longAgo(owner)
    await toggle.check()
    await save.click()
    await expect(toggle).toBeChecked()
    await page.getByLabel(labels.password, { exact: true }).fill(owner.password)
    await save.click()
    await expect(page.getByText(labels.saved, { exact: true })).toBeVisible()
    await expect(toggle).toBeChecked()
    expect(await ask('SELECT mfa_enforced_at IS NOT NULL AS enforced FROM organization WHERE id = $1', [owner.orgId])).toEqual([{ enforced: true }])
  })
}

test('a sign-in of long ago is asked for its password on the page, and a new key is shown then', async ({ page }) => {
  const person = await makeOwnPerson([])
  await signIn(page, person, 'en', { at: `/sign-in?next=${MFA}` })
  const activate = page.getByRole('button', { name: 'Activate MFA Device', exact: true })
  await longAgo(person)
  await activate.click()
  await page.getByLabel('Password', { exact: true }).fill('not my password')
  await activate.click()
  await expect(page.getByText('This is not your password.')).toBeVisible()
  expect(await storedMfa(person)).toBeUndefined()
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await activate.click()
  await readKey(page, 'en')
  expect(await storedMfa(person)).toMatchObject({ active: false })
})
