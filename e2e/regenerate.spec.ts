import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { askRegenerate, closeSecret, confirmRegenerate, generate, LIST, readSecret, rowOf, signIn } from './console'
import { languages, labelsIn } from './labels'
import { makeOwnPerson, recordedIn } from './own-person'
import { ask, exchange, statusFor } from './product'

const labels = labelsIn('en')
const EXPIRE = `created_at = now() - interval '200 days', issued_at = now() - interval '200 days', expires_at = now() - interval '1 day'`
const DEACTIVATE = `deactivated_at = now(), deactivated_by = user_id, deactivation_reason = 'other', generation = generation + 1`

type Person = Awaited<ReturnType<typeof makeOwnPerson>>

const setToken = ({ orgId }: Person, name: string, set: string) => ask(`UPDATE api_token SET ${set} WHERE org_id = $1 AND name = $2`, [orgId, name])
const generationOf = async ({ orgId }: Person, name: string) =>
  (await ask<{ generation: number }>('SELECT generation FROM api_token WHERE org_id = $1 AND name = $2', [orgId, name]))[0]?.generation
const limitTo = ({ orgId }: Person, days: number) => ask('UPDATE token_policy SET max_ttl_value = $2, version = version + 1 WHERE org_id = $1', [orgId, days])

const dialog = (page: Page) => page.getByRole('dialog')
const confirm = (page: Page) => dialog(page).getByRole('button', { name: labels.regenerate, exact: true }).click()

for (const language of languages) {
  test(`a token is regenerated, valid and then expired, in ${language}`, async ({ page }) => {
    const person = await makeOwnPerson([])
    const name = `nightly ${language}`
    await signIn(page, person, language)
    await generate(page, name, language)
    const first = await readSecret(page, language)
    await closeSecret(page, language)
    const access = (await exchange(first)).body['access_token']
    expect(await statusFor(access)).toBe(200)

    await askRegenerate(page, name, language)
    await expectAccessible(page, 'regenerate')
    await confirmRegenerate(page, language)
    await expect(page).toHaveURL(LIST)
    const second = await readSecret(page, language)
    await closeSecret(page, language)
    await expect(rowOf(page, name).first()).toContainText(second.slice(-4))
    expect((await exchange(first)).body['errorCode']).toBe('invalid_token')
    expect(await statusFor(access)).toBe(401)

    await setToken(person, name, EXPIRE)
    await page.reload()
    // The note below an expired token offers the same.
    await page.getByRole('main').getByRole('button', { name: new RegExp(`^${labelsIn(language).regenerate}`) }).first().click()
    await confirmRegenerate(page, language)
    const third = await readSecret(page, language)
    await closeSecret(page, language)
    expect((await exchange(third)).status).toBe(200)
    await expectRecords(person, name)
  })
}

async function expectRecords(person: Person, name: string): Promise<void> {
  const [token] = await ask<{ id: string }>('SELECT id FROM api_token WHERE org_id = $1 AND name = $2 AND generation = 3', [person.orgId, name])
  const recorded = (await recordedIn(person)).filter((type) => type.includes('generate'))
  expect(recorded).toEqual(['csp__generate_api_token', 'csp__regenerate_api_token', 'csp__regenerate_api_token'])
  const mails = await ask<{ cause: string }>(`SELECT cause FROM outbox_mail WHERE org_id = $1 AND template = 'token_regenerated' ORDER BY cause`, [person.orgId])
  expect(mails.map(({ cause }) => cause)).toEqual([2, 3].map((generation) => `token_regenerated:${token?.id}:${generation}`))
}

test('of two windows the second is told, and is shown no secret', async ({ page, context }) => {
  const person = await makeOwnPerson([{ name: 'shared' }])
  await signIn(page, person, 'en')
  const other = await context.newPage()
  await other.goto(LIST)
  await askRegenerate(page, 'shared', 'en')
  await askRegenerate(other, 'shared', 'en')
  await confirmRegenerate(page, 'en')
  await confirm(other)
  await expect(dialog(other).getByRole('alert')).toContainText('it was regenerated in another window')
  await expect(dialog(other).getByRole('button', { name: labels.showToken })).toHaveCount(0)
  await expectAccessible(other, 'regenerate, refused', { widths: [1280] })
  expect(await generationOf(person, 'shared')).toBe(2)

  await dialog(other).getByRole('button', { name: 'Reload the list' }).click()
  await expect(dialog(other)).toHaveCount(0)
  await expect(rowOf(other, 'shared')).toContainText((await readSecret(page, 'en')).slice(-4))
  await askRegenerate(other, 'shared', 'en')
  await confirmRegenerate(other, 'en')
  expect(await generationOf(person, 'shared')).toBe(3)
})

test('what happened meanwhile is said, and nothing changes', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'off' }, { name: 'gone' }])
  await signIn(page, person, 'en')
  await setToken(person, 'off', DEACTIVATE)
  await askRegenerate(page, 'off', 'en')
  await confirm(page)
  await expect(dialog(page).getByRole('alert')).toContainText('It can’t be regenerated while it is deactivated. Contact an Organization Owner.')
  await dialog(page).getByRole('button', { name: 'Reload the list' }).click()
  await expect(rowOf(page, 'off').first()).toContainText('Deactivated')

  await setToken(person, 'gone', 'revoked_at = now()')
  await askRegenerate(page, 'gone', 'en')
  await confirm(page)
  await expect(dialog(page).getByRole('alert')).toContainText('revoked')
  await dialog(page).getByRole('link', { name: 'Generate a new one' }).click()
  await expect(page).toHaveURL(`${LIST}/generate`)
  await expect(dialog(page)).toHaveCount(0)
  expect(await recordedIn(person)).toEqual([])
})

test('a TTL above the limit of today offers one that fits', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'forever', ttl_value: null, ttl_unit: null, expires_at: null }])
  await signIn(page, person, 'en')
  await askRegenerate(page, 'forever', 'en')
  const value = dialog(page).getByLabel(`${labels.tokenTtl}: Value`)
  await expect(dialog(page)).toContainText('now limits tokens to 365 days')
  await expect(value).toHaveValue('365')
  await expectAccessible(page, 'regenerate, with a TTL to choose')
  for (const [typed, says] of [['366', 'Choose 365 days or less. Your organization sets this limit.'], ['0', 'Choose 1 minute or more.'], ['-1', 'Choose 1 minute or more.'], ['1.5', 'Use a whole number.'], ['', 'Say how long the token lives.']] as const) {
    await value.fill(typed)
    await confirm(page)
    await expect(dialog(page).getByText(says)).toBeVisible()
    await expect(value).toBeFocused()
  }

  await limitTo(person, 30)
  await value.fill('31')
  await confirm(page)
  await expect(dialog(page).getByText('Choose 30 days or less. Your organization sets this limit.')).toBeVisible()
  await expect(value).toHaveValue('31')
  await value.fill('30')
  await confirm(page)
  await expect(dialog(page).getByRole('button', { name: labels.showToken })).toBeVisible()
  expect(await ask('SELECT ttl_value, ttl_unit FROM api_token WHERE org_id = $1', [person.orgId])).toEqual([{ ttl_value: 30, ttl_unit: 'days' }])
})

test('a limit that was lowered since the list was loaded is asked about', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'half-a-year' }])
  await signIn(page, person, 'en')
  await askRegenerate(page, 'half-a-year', 'en')
  await limitTo(person, 7)
  await confirm(page)
  await expect(dialog(page)).toContainText('now limits tokens to 7 days')
  await expect(dialog(page).getByLabel(`${labels.tokenTtl}: Value`)).toHaveValue('7')
  expect(await generationOf(person, 'half-a-year')).toBe(1)
  await confirmRegenerate(page, 'en')
})

test('a token that is not the caller’s is not there, whoever asks how', async ({ page }) => {
  const [person, stranger] = [await makeOwnPerson([{ name: 'mine' }]), await makeOwnPerson([{ name: 'theirs' }])]
  const idOf = async ({ orgId }: Person) => (await ask<{ id: string }>('SELECT id FROM api_token WHERE org_id = $1', [orgId]))[0]?.id ?? ''
  const [own, foreign] = [await idOf(person), await idOf(stranger)]
  await signIn(page, person, 'en')
  await askRegenerate(page, 'mine', 'en')
  const answers: number[] = []
  page.on('response', (answer) => void (answer.request().method() === 'POST' && answers.push(answer.status())))
  await page.route(`**${LIST}`, (route) => route.continue({ postData: route.request().postData()?.replace(own, foreign) ?? '' }))
  await confirm(page)
  await expect(dialog(page).getByRole('alert')).toContainText('It is not here any more.')
  expect(answers).toEqual([200])
  expect([await generationOf(person, 'mine'), await generationOf(stranger, 'theirs')]).toEqual([1, 1])
})

test('an expired token is refused while 50 others are live', async ({ page }) => {
  const others = Array.from({ length: 50 }, (_, at) => ({ name: `other ${at}` }))
  const person = await makeOwnPerson([{ name: 'ended' }, ...others])
  await setToken(person, 'ended', EXPIRE)
  await signIn(page, person, 'en', { at: `${LIST}?q=ended` })
  await askRegenerate(page, 'ended', 'en')
  await confirm(page)
  await expect(dialog(page).getByRole('alert')).toContainText('You have 50 live tokens')
  await expect(dialog(page).getByRole('button', { name: labels.regenerate, exact: true })).toBeVisible()
})
