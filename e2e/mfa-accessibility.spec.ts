import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { closeSecret, generate, signIn } from './console'
import { labelsIn, languages } from './labels'
import { activateDevice, codeOf, MFA, readKey } from './mfa-device'
import { mfaWordsIn } from './mfa-words'
import { makeColleague, makeGovernor, makeOwnPerson } from './own-person'
import { ask } from './product'

const POLICY = '/organization/authentication'

for (const language of languages) {
  const [labels, words] = [labelsIn(language), mfaWordsIn(language)]

  test(`axe finds nothing on the way to a device, in ${language}`, async ({ page }) => {
    await signIn(page, await makeOwnPerson([]), language, { at: `/sign-in?next=${MFA}` })
    await expectAccessible(page, 'no device')
    await page.getByRole('button', { name: labels.activateDevice, exact: true }).click()
    const key = await readKey(page, language)
    await page.getByRole('button', { name: labels.activateDevice, exact: true }).click()
    await expect(page.locator('[aria-invalid]')).toHaveCount(1)
    await expectAccessible(page, 'a device without a code')
    await page.getByLabel(words.code, { exact: true }).fill(codeOf(key))
    await page.getByRole('button', { name: labels.activateDevice, exact: true }).click()
    await expect(page.getByRole('dialog', { name: words.codesTitle, exact: true })).toBeVisible()
    await expectAccessible(page, 'recovery codes')
  })

  test(`axe finds nothing on a device and what it asks, in ${language}`, async ({ page }) => {
    const person = await makeOwnPerson([])
    await signIn(page, person, language)
    await activateDevice(page, language)
    await closeSecret(page, language)
    const toggle = page.getByRole('switch', { name: labels.mfaIsOn, exact: true })
    await ask('DELETE FROM mfa_recovery_code WHERE user_id = $1', [person.userId])
    await toggle.uncheck()
    await page.getByRole('button', { name: words.turnOff, exact: true }).click()
    await expect(page.locator('[aria-invalid]')).toHaveCount(1)
    await expectAccessible(page, 'turning it off')
    await ask('UPDATE mfa_device SET turned_on = false WHERE user_id = $1', [person.userId])
    await page.reload()
    await toggle.check()
    await expectAccessible(page, 'turning it on, without recovery codes')
    await page.getByRole('button', { name: `${labels.deactivateDevice}…`, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, 'the question')
  })

  test(`axe finds nothing where MFA is enforced, in ${language}`, async ({ page, browser }) => {
    const owner = await makeGovernor([{ name: 'stopped' }])
    await signIn(page, owner, language, { at: `/sign-in?next=${POLICY}` })
    await page.getByRole('switch', { name: words.enforce, exact: true }).check()
    await page.getByRole('button', { name: labels.save, exact: true }).click()
    const question = page.getByRole('dialog')
    await expect(question).toBeVisible()
    await expectAccessible(page, 'the question')
    await question.getByRole('button', { name: words.confirmEnforce, exact: true }).click()
    await expect(question).toHaveCount(0)
    await expectAccessible(page, 'enforced')

    const context = await browser.newContext()
    const theirs = await context.newPage()
    await signIn(theirs, await makeColleague(owner, ['org_member']), language)
    await expectAccessible(theirs, 'list, enforced')
    await generate(theirs, 'not yet', language)
    await expectAccessible(theirs, 'token generated, enforced')
    await context.close()
  })
}
