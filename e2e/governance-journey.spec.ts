import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { closeSecret, generate, LIST, pickMember, readSecret, signIn } from './console'
import { deactivateWordsIn } from './deactivate-words'
import { deliveredMails } from './delivered'
import { GOVERNANCE, governanceWords } from './governance-words'
import { labelsIn, languages, type Language } from './labels'
import { makeColleague, makeGovernor, type OwnPerson } from './own-person'
import { formOf } from './policy-form'
import { ask, exchange, statusFor } from './product'

/** What only this journey reads. */
const READ: Record<Language, { violation: string; tooLong: string; deactivated: string; activated: string; cause: string }> = {
  en: { violation: '1 violation: nightly', tooLong: 'Choose 30 days or less.', deactivated: 'api token deactivated', activated: 'api token activated', cause: 'Seen in a build log.' },
  de: { violation: '1 Verstoß: nightly', tooLong: 'Wählen Sie 30 Tage oder weniger.', deactivated: 'api-token deaktiviert', activated: 'api-token aktiviert', cause: 'Im Protokoll gesehen.' },
  it: { violation: '1 violazione: nightly', tooLong: 'Scegliere 30 giorni o meno.', deactivated: 'token api disattivato', activated: 'token api attivato', cause: 'Visto nel registro.' },
}

type Window = { page: Page; language: Language }

async function openWindow(browser: Browser, person: OwnPerson, language: Language): Promise<Window> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, person, language)
  return { page, language }
}

async function limitTo30Days({ page, language }: Window): Promise<void> {
  const labels = labelsIn(language)
  await page.goto(GOVERNANCE)
  await page.getByRole('link', { name: labels.settings, exact: true }).click()
  const { max, save, impact } = formOf(page, language)
  await expect(max.status).toBeVisible()
  await max.value.fill('30')
  await expect(impact).toContainText('+1')
  await expect(impact).toContainText('nightly')
  await save.click()
  await expect(page.getByText(labels.saved, { exact: true }).first()).toBeVisible()
}

/** Neither 60 days nor a token that never expires can be had any more. */
async function expectLimited({ page, language }: Window): Promise<void> {
  const labels = labelsIn(language)
  await page.goto(`${LIST}/generate`)
  await page.getByLabel(labels.tokenName, { exact: true }).fill('too long')
  await pickMember(page, language)
  await expect(page.getByRole('radio', { name: governanceWords(language).neverExpires })).toBeDisabled()
  await page.getByLabel(`${labels.tokenTtl}: ${labels.unit}`).selectOption(labels.days)
  await page.getByRole('group', { name: labels.tokenTtl }).getByRole('textbox').fill('60')
  await page.getByRole('button', { name: labels.generate, exact: true }).click()
  await expect(page.getByText(READ[language].tooLong).first()).toBeVisible()
}

async function deactivate({ page, language }: Window): Promise<void> {
  const words = deactivateWordsIn(language)
  await page.goto(GOVERNANCE)
  await page.getByRole('button', { name: READ[language].violation, exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText(governanceWords(language).maxTokenTtl)
  await expectAccessible(page, `why it violates, ${language}`)
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: words.select.replace('{}', 'nightly'), exact: true }).check()
  await page.getByRole('button', { name: new RegExp(`^${words.deactivate} .?1.?$`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.reason, { exact: true }).selectOption('policy_violation')
  await dialog.getByLabel(words.note).fill(READ[language].cause)
  await dialog.getByRole('button', { name: words.deactivate, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

async function activate({ page, language }: Window): Promise<void> {
  const words = deactivateWordsIn(language)
  await page.goto(`${GOVERNANCE}?status=deactivated`)
  await page.getByRole('button', { name: `${labelsIn(language).actionsFor} nightly`, exact: true }).click()
  await page.getByRole('menuitem', { name: words.activate }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.activate, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const mailsTo = ({ email }: OwnPerson, about: string) =>
  deliveredMails(({ to, subject }) => to?.[0]?.address === email && (subject ?? '').toLowerCase().includes(about)).then((mails) => mails.map(({ text = '' }) => text))

for (const language of languages) {
  test(`from a policy to a deactivated token and back, in ${language}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const read = READ[language]
    const owner = await makeGovernor([])
    const member = await makeColleague(owner, ['org_member'], language)
    const [ownerWindow, memberWindow] = [await openWindow(browser, owner, language), await openWindow(browser, member, language)]
    await generate(memberWindow.page, 'nightly', language)
    const secret = await readSecret(memberWindow.page, language)
    await closeSecret(memberWindow.page, language)
    const access = (await exchange(secret)).body['access_token']
    expect(await statusFor(access)).toBe(200)

    await limitTo30Days(ownerWindow)
    await expectLimited(memberWindow)
    // Violating blocks nothing by itself.
    expect((await exchange(secret)).status).toBe(200)

    await deactivate(ownerWindow)
    expect(await exchange(secret)).toMatchObject({ status: 400, body: { errorCode: 'token_deactivated' } })
    expect(await statusFor(access)).toBe(401)
    await memberWindow.page.goto(LIST)
    const own = memberWindow.page.locator('tbody').filter({ hasText: 'nightly' })
    await expect(own).toContainText(deactivateWordsIn(language).ownLabel)
    await expect(own).toContainText(read.cause)
    await expectAccessible(memberWindow.page, `a deactivated token, ${language}`)
    await expect.poll(async () => (await mailsTo(member, read.deactivated)).filter((text) => text.includes(read.cause)).length, { timeout: 30_000 }).toBe(1)

    await activate(ownerWindow)
    const again = await exchange(secret)
    expect(again.status).toBe(200)
    expect([await statusFor(access), await statusFor(again.body['access_token'])]).toEqual([401, 200])
    await expect.poll(async () => (await mailsTo(member, read.activated)).length, { timeout: 30_000 }).toBe(1)
    await expectRecorded(owner, member)
    for (const { page } of [ownerWindow, memberWindow]) await page.context().close()
  })
}

/** Each change once, by whom it was; each mail once. */
async function expectRecorded(owner: OwnPerson, member: OwnPerson): Promise<void> {
  const events = await ask<{ type: string; actor: string }>(
    `SELECT type, actor_user_id AS actor FROM audit_event WHERE org_id = $1 AND (type LIKE '%activate_api_token' OR type = 'csp__update_token_policy') ORDER BY at, id`,
    [owner.orgId],
  )
  expect(events).toEqual(['csp__update_token_policy', 'csp__deactivate_api_token', 'csp__activate_api_token'].map((type) => ({ type, actor: owner.userId })))
  // Delivered first, noted down as sent after.
  const mails = () =>
    ask<{ template: string; sent: boolean }>(`SELECT template, sent_at IS NOT NULL AS sent FROM outbox_mail WHERE org_id = $1 AND recipient_id = $2 ORDER BY created_at, id`, [
      owner.orgId,
      member.userId,
    ])
  await expect.poll(mails).toEqual(['token_generated', 'token_deactivated', 'token_activated'].map((template) => ({ template, sent: true })))
}
