import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { closeSecret, signIn } from './console'
import { labelsIn, languages } from './labels'
import { codeOf, MFA, readKey } from './mfa-device'
import { mfaWordsIn } from './mfa-words'
import { makeOwnPerson } from './own-person'
import { ask } from './product'

for (const language of languages) {
  const [labels, words] = [labelsIn(language), mfaWordsIn(language)]

  test(`axe finds nothing on the pages of MFA and what they ask, in ${language}`, async ({ page }) => {
    const person = await makeOwnPerson([])
    await signIn(page, person, language, { at: `/sign-in?next=${MFA}` })
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
    await closeSecret(page, language)
    await page.getByRole('switch', { name: labels.mfaIsOn, exact: true }).uncheck()
    await ask('DELETE FROM mfa_recovery_code WHERE user_id = $1', [person.userId])
    await page.getByRole('button', { name: words.turnOff, exact: true }).click()
    await expectAccessible(page, 'turning it off')
    await page.reload()
    for (const asks of [words.renewMore, `${labels.deactivateDevice}…`]) {
      await page.getByRole('button', { name: asks, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page, asks)
      await page.keyboard.press('Escape')
    }
    await ask('UPDATE mfa_device SET turned_on = false WHERE user_id = $1', [person.userId])
    await page.reload()
    await page.getByRole('switch', { name: labels.mfaIsOn, exact: true }).check()
    await expectAccessible(page, 'turning it on')
    await page.goto('/my-account/security')
    await expectAccessible(page, 'security')
  })
}
