import { expect, test, type Page } from '@playwright/test'
import { closeSecret, generate, LIST, readSecret, signIn } from './console'
import { deliveredMails } from './delivered'
import { labelsIn, languages } from './labels'
import { activateDevice, codeOf, MFA, mfaEvents, nextCode, readKey, storedMfa } from './mfa-device'
import { mfaWordsIn } from './mfa-words'
import { makeOwnPerson } from './own-person'
import { ask, exchange } from './product'

const mfaSwitch = (page: Page, name: string) => page.getByRole('switch', { name, exact: true })

for (const language of languages) {
  const [labels, words] = [labelsIn(language), mfaWordsIn(language)]

  test(`activates a device, and every exchange needs its code, in ${language}`, async ({ page }) => {
    const person = await makeOwnPerson([])
    await signIn(page, person, language)
    await generate(page, 'protected', language)
    const apiToken = await readSecret(page, language)
    await closeSecret(page, language)
    expect((await exchange(apiToken)).status).toBe(200)

    await page.getByRole('link', { name: words.link, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: words.title, exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: words.none, exact: true })).toBeVisible()
    await page.getByRole('button', { name: labels.activateDevice, exact: true }).click()
    await expect(page.getByRole('img', { name: words.qr, exact: true })).toBeVisible()
    const key = await readKey(page, language)
    await page.getByLabel(words.deviceName).fill('Work phone')
    await page.getByLabel(words.code, { exact: true }).fill('not a code')
    await page.getByRole('button', { name: labels.activateDevice, exact: true }).click()
    await expect(page.getByText(words.wrongCode)).toBeVisible()
    await expect(page.getByLabel(words.code, { exact: true })).toBeFocused()
    // Nothing is protected before a code has shown that the device knows the key.
    expect((await exchange(apiToken)).status).toBe(200)
    const used = codeOf(key)
    await page.getByLabel(words.code, { exact: true }).fill(used)
    await page.getByRole('button', { name: labels.activateDevice, exact: true }).click()

    const dialog = page.getByRole('dialog', { name: words.codesTitle, exact: true })
    await expect(dialog.getByRole('listitem')).toHaveCount(10)
    await page.keyboard.press('Escape')
    await expect(dialog.getByRole('alert')).toBeVisible()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await dialog.getByRole('button', { name: words.copyCodes, exact: true }).click()
    const shown = await dialog.getByRole('listitem').allInnerTexts()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(shown.join('\n'))
    await dialog.getByRole('button', { name: labels.done, exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('Work phone', { exact: true })).toBeVisible()
    await expect(mfaSwitch(page, labels.mfaIsOn)).toBeChecked()
    expect(await page.content()).not.toContain(shown[0])
    expect(await storedMfa(person)).toEqual({ name: 'Work phone', active: true, on: true, left: 10 })
    expect(await mfaEvents(person)).toEqual(['activate_mfa_device'])

    expect((await exchange(apiToken)).body).toMatchObject({ errorCode: 'mfa_required' })
    // The code that activated the device is spent.
    expect((await exchange(apiToken, { passcode: used })).body).toMatchObject({ errorCode: 'mfa_invalid' })
    await nextCode(person)
    const passcode = codeOf(key)
    expect((await exchange(apiToken, { passcode })).status).toBe(200)
    expect((await exchange(apiToken, { passcode })).body).toMatchObject({ errorCode: 'mfa_invalid' })
    expect((await exchange(apiToken, { passcode: shown[0] ?? '' })).status).toBe(200)
    expect((await exchange(apiToken, { passcode: shown[0] ?? '' })).body).toMatchObject({ errorCode: 'mfa_invalid' })

    await page.goto(LIST)
    await expect(page.getByText(labels.mfaIsOn)).toBeVisible()
    await page.getByRole('link', { name: words.manage, exact: true }).click()
    await expect(page).toHaveURL(MFA)
  })

  test(`turns MFA off and on, renews the recovery codes and deactivates the device, in ${language}`, async ({ page }) => {
    const person = await makeOwnPerson([])
    await signIn(page, person, language)
    const { key, used, codes } = await activateDevice(page, language)
    await closeSecret(page, language)
    const toggle = mfaSwitch(page, labels.mfaIsOn)
    const anyCode = page.getByLabel(words.anyCode, { exact: true })

    await expect(anyCode).toBeHidden()
    await toggle.uncheck()
    await anyCode.fill(used)
    await page.getByRole('button', { name: words.turnOff, exact: true }).click()
    await expect(page.getByText(words.usedCode)).toBeVisible()
    expect(await storedMfa(person)).toMatchObject({ on: true })
    await anyCode.fill(codes[0]?.toLowerCase() ?? '')
    await page.getByRole('button', { name: words.turnOff, exact: true }).click()
    await expect.poll(() => storedMfa(person)).toMatchObject({ on: false, left: 9 })
    await expect(anyCode).toHaveCount(0)
    await expect(toggle).not.toBeChecked()

    await toggle.check()
    await page.getByRole('button', { name: words.turnOn, exact: true }).click()
    await expect(page.getByLabel(words.code, { exact: true })).toBeFocused()
    await page.getByLabel(labels.password, { exact: true }).fill(person.password)
    await page.getByRole('button', { name: words.turnOn, exact: true }).click()
    await expect.poll(() => storedMfa(person)).toMatchObject({ on: true, left: 9 })
    await expect(toggle).toBeChecked()

    await page.getByRole('button', { name: words.renewMore, exact: true }).click()
    await nextCode(person)
    await page.getByRole('dialog').getByLabel(words.anyCode, { exact: true }).fill(codeOf(key))
    await page.getByRole('dialog').getByRole('button', { name: words.renew, exact: true }).click()
    const renewed = page.getByRole('dialog', { name: words.codesTitle, exact: true })
    await expect(renewed.getByRole('listitem')).toHaveCount(10)
    const fresh = await renewed.getByRole('listitem').allInnerTexts()
    expect(fresh.filter((code) => codes.includes(code))).toEqual([])
    await closeSecret(page, language)

    await page.getByRole('button', { name: `${labels.deactivateDevice}…`, exact: true }).click()
    const question = page.getByRole('dialog')
    await question.getByLabel(words.anyCode, { exact: true }).fill(codes[1] ?? '')
    await question.getByRole('button', { name: labels.deactivateDevice, exact: true }).click()
    await expect(question.getByText(words.wrongCode)).toBeVisible()
    await question.getByLabel(words.anyCode, { exact: true }).fill(fresh[0] ?? '')
    await question.getByRole('button', { name: labels.deactivateDevice, exact: true }).click()
    await expect(page.getByRole('heading', { name: words.none, exact: true })).toBeVisible()
    expect(await storedMfa(person)).toBeUndefined()
    expect((await mfaEvents(person)).filter((type) => /device|turn/.test(type))).toEqual(['activate_mfa_device', 'turn_off_mfa', 'turn_on_mfa', 'deactivate_mfa_device'])
    const mails = () => deliveredMails(({ to }) => to?.some(({ address }) => address === person.email) ?? false)
    await expect.poll(async () => (await mails()).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(4)
    const texts = (await mails()).map(({ text, html }) => `${text}${html}`).join('')
    for (const secret of [key, ...codes, ...fresh]) expect(texts).not.toContain(secret)
  })
}

test('asks for the password where the sign-in was long ago, and shows no key before', async ({ page }) => {
  const person = await makeOwnPerson([])
  await signIn(page, person, 'en', { at: `/sign-in?next=${MFA}` })
  const longAgo = () => ask(`UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`, [person.userId])
  await longAgo()
  await page.getByRole('button', { name: 'Activate MFA Device', exact: true }).click()
  const question = page.getByRole('dialog', { name: 'Sign in again' })
  await question.getByLabel('Password', { exact: true }).fill(person.password)
  expect(await storedMfa(person)).toBeUndefined()
  await question.getByRole('button', { name: 'Confirm', exact: true }).click()
  const key = await readKey(page, 'en')
  await longAgo()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'No device yet' })).toBeVisible()
  expect(await page.content()).not.toContain(key)
})

test('five wrong codes lock MFA, not the console', async ({ page }) => {
  const person = await makeOwnPerson([])
  await signIn(page, person, 'en')
  await activateDevice(page, 'en')
  await closeSecret(page, 'en')
  await mfaSwitch(page, 'MFA is turned on').uncheck()
  const turnOff = page.getByRole('button', { name: 'Turn off MFA', exact: true })
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.getByLabel('Code or recovery code', { exact: true }).fill(`wrong ${attempt}`)
    await turnOff.click()
    await expect(turnOff).not.toHaveAttribute('aria-busy')
  }
  await turnOff.click()
  await expect(page.getByText('Too many attempts. Wait a few minutes, then try again.')).toBeVisible()
  expect(await storedMfa(person)).toMatchObject({ on: true })
  await page.context().clearCookies()
  await signIn(page, person, 'en')
  await expect(page).toHaveURL(LIST)
})

test('a page that was left does not bring the recovery codes back', async ({ page }) => {
  const person = await makeOwnPerson([])
  await signIn(page, person, 'en')
  const { codes } = await activateDevice(page, 'en')
  await page.evaluate(() => window.history.back())
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Close anyway', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(LIST)
  await page.goBack()
  await expect(page.getByRole('switch', { name: 'MFA is turned on' })).toBeVisible()
  expect(await page.content()).not.toContain(codes[0])
})
