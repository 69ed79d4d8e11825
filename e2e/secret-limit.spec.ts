import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { askRegenerate, LIST, pickMember, signIn } from './console'
import { labelsIn, languages } from './labels'
import { makeOwnPerson, recordedIn, storedOf, type OwnPerson } from './own-person'
import { ask } from './product'

/** What is said to one who has had as many secrets made within the hour as there may be, twelve minutes before its end. */
const SAID = {
  en: 'You have generated and regenerated 60 API tokens within an hour, the most you can. Try again in 12 minutes.',
  de: 'Sie haben innerhalb einer Stunde 60 API-Token generiert oder neu generiert; mehr sind nicht möglich. Versuchen Sie es in 12 Minuten erneut.',
  it: 'In un’ora sono stati generati e rigenerati 60 token API, il massimo possibile. Riprovare tra 12 minuti.',
} as const

/** The person's limit is reached, for the twelve minutes to come; a test has one of them, before it says eleven. */
const useUp = ({ userId }: OwnPerson) => ask(`INSERT INTO failure_counter (key, points, expire) VALUES ($1, 60, (extract(epoch FROM now()) + 12 * 60) * 1000)`, [`new-secret:${userId}`])

for (const language of languages) {
  test(`in ${language}, one secret too many is refused with when to try again, and what was typed stays`, async ({ page }) => {
    const labels = labelsIn(language)
    const person = await makeOwnPerson([])
    await signIn(page, person, language, { at: `${LIST}/generate` })
    await page.getByLabel(labels.tokenName, { exact: true }).fill('nightly')
    await pickMember(page, language)
    await useUp(person)
    await page.getByRole('button', { name: labels.generate, exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: SAID[language] })).toBeVisible()
    await expect(page.getByLabel(labels.tokenName, { exact: true })).toHaveValue('nightly')
    await expectAccessible(page, 'a secret too many')
    expect([await storedOf(person), await recordedIn(person)]).toEqual([[], []])
  })
}

test('regenerating says it in its question', async ({ page }) => {
  const labels = labelsIn('en')
  const person = await makeOwnPerson([{ name: 'nightly' }])
  await signIn(page, person, 'en')
  await askRegenerate(page, 'nightly', 'en')
  await useUp(person)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: labels.regenerate, exact: true }).click()
  await expect(dialog.getByText(SAID.en)).toBeVisible()
  expect(await recordedIn(person)).toEqual([])
})
