import { expect, test, type Page } from '@playwright/test'
import { LIST, pickMember, signIn, switchOrganization } from './console'
import { labelsIn } from './labels'
import { makeOwnPerson, storedOf } from './own-person'
import { ask, userWith } from './product'

const labels = labelsIn('en')
const FORM = `${LIST}/generate`

const nameField = (page: Page) => page.getByLabel(labels.tokenName, { exact: true })
const lengthField = (page: Page) => page.getByLabel(`${labels.tokenTtl}: Value`)
const unitField = (page: Page) => page.getByLabel(`${labels.tokenTtl}: Unit`)
const submit = (page: Page) => page.getByRole('button', { name: labels.generate, exact: true }).click()

type Person = Awaited<ReturnType<typeof makeOwnPerson>>

async function openForm(page: Page): Promise<Person> {
  const person = await makeOwnPerson([])
  await signIn(page, person, 'en', { at: FORM })
  await nameField(page).fill('nightly')
  await pickMember(page, 'en')
  return person
}

test('what cannot be is said beside its field, and what was typed stays', async ({ page }) => {
  const person = await openForm(page)
  const refused = async (field: ReturnType<typeof nameField>, typed: string, says: string) => {
    await field.fill(typed)
    await submit(page)
    await expect(page.getByText(says)).toBeVisible()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toBeFocused()
    // A browser takes no more than the field does.
    expect(typed.startsWith(await field.inputValue())).toBe(true)
  }
  await refused(lengthField(page), '0', 'Choose 1 minute or more.')
  await refused(lengthField(page), '-1', 'Choose 1 minute or more.')
  await refused(lengthField(page), '1e9', 'Use a whole number.')
  await refused(lengthField(page), '1000000000', 'Choose 365 days or less. Your organization sets this limit.')
  await unitField(page).selectOption('months')
  await refused(lengthField(page), '61', 'Choose 365 days or less. Your organization sets this limit.')
  await refused(lengthField(page), '13', 'Choose 365 days or less. Your organization sets this limit.')
  await lengthField(page).fill('6')
  await refused(nameField(page), 'backup 🚀', 'Use only letters, digits, spaces and')
  await refused(nameField(page), 'x'.repeat(65), 'Use 64 characters or fewer.')
  await refused(nameField(page), 'x'.repeat(1_000_000), 'Use 64 characters or fewer.')
  await refused(nameField(page), '', 'Give the token a name.')
  await nameField(page).fill('nightly')
  await page.getByRole('checkbox', { name: labels.member, exact: true }).uncheck()
  await submit(page)
  await expect(page.getByText('Choose at least one role, or All Roles.')).toBeVisible()
  expect(await storedOf(person)).toEqual([])
})

test('a limit that was lowered since the page was loaded is said, and is the page’s from then on', async ({ page }) => {
  const person = await openForm(page)
  await ask('UPDATE token_policy SET max_ttl_value = 30 WHERE org_id = $1', [person.orgId])
  await submit(page)
  await expect(page.getByText('Choose 30 days or less. Your organization sets this limit.')).toBeVisible()
  await expect(page.getByText(/limits tokens to 30 days/)).toBeVisible()
  await expect(nameField(page)).toHaveValue('nightly')
  await expect(page.getByRole('checkbox', { name: labels.member, exact: true })).toBeChecked()
  expect(await storedOf(person)).toEqual([])
  await page.getByRole('radio', { name: '30 days · limit' }).check()
  await submit(page)
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a limit that was set since the page was loaded ends tokens that never expire', async ({ page }) => {
  const person = await makeOwnPerson([])
  await ask('UPDATE token_policy SET max_enabled = false WHERE org_id = $1', [person.orgId])
  await signIn(page, person, 'en', { at: FORM })
  await nameField(page).fill('forever')
  await pickMember(page, 'en')
  await page.getByRole('radio', { name: 'Never expires' }).check()
  await ask('UPDATE token_policy SET max_enabled = true WHERE org_id = $1', [person.orgId])
  await submit(page)
  await expect(page.getByText('Your organization does not allow tokens that never expire.')).toBeVisible()
  await expect(page.getByText(/limits tokens to 365 days/)).toBeVisible()
  await page.getByRole('radio', { name: '365 days · limit' }).check()
  await submit(page)
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a role that was lost since the page was loaded is taken out, and said', async ({ page }) => {
  const person = await openForm(page)
  const developer = page.getByRole('checkbox', { name: 'Developer', exact: true })
  await developer.check()
  await ask(`UPDATE membership SET roles = '{org_member}' WHERE org_id = $1`, [person.orgId])
  await submit(page)
  await expect(page.getByText('You no longer hold one of the roles that you chose')).toBeVisible()
  await expect(developer).toBeDisabled()
  await expect(developer).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: labels.member, exact: true })).toBeChecked()
  expect(await storedOf(person)).toEqual([])
  await submit(page)
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a form made for another organization than the one of today makes nothing', async ({ page, context }) => {
  const tom = userWith('org_member', 2)
  const name = `elsewhere ${Date.now()}`
  await signIn(page, tom, 'en')
  await switchOrganization(page, 'Sample Works')
  await page.goto(FORM)
  await nameField(page).fill(name)
  await pickMember(page, 'en')
  const other = await context.newPage()
  await other.goto(LIST)
  await switchOrganization(other, 'Example Labs')
  await submit(page)
  await expect(page.getByText('You have switched to another organization in another window.')).toBeVisible()
  await expect(nameField(page)).toHaveValue(name)
  expect(await ask('SELECT 1 AS one FROM api_token WHERE name = $1', [name])).toEqual([])
})

/** What a page would never send, and the field or place where the refusal is said. */
const HOSTILE: [string, Record<string, unknown>, string][] = [
  ['a TTL of 0', { ttlValue: 0 }, 'Choose 1 minute or more.'],
  ['a TTL of -1', { ttlValue: -1 }, 'Choose 1 minute or more.'],
  ['a TTL of 1e9', { ttlValue: 1e9 }, 'Choose 60 months or less.'],
  ['a TTL of 61 months', { ttlValue: 61, ttlUnit: 'months' }, 'Choose 365 days or less. Your organization sets this limit.'],
  ['a TTL that is a text', { ttlValue: '6' }, 'Say how long the token lives.'],
  ['a unit that there is not', { ttlUnit: 'centuries' }, 'Say how long the token lives.'],
  ['no end, which is not allowed', { ttlUnit: 'never' }, 'Your organization does not allow tokens that never expire.'],
  ['an emoji name', { name: '🚀' }, 'Use only letters, digits, spaces and'],
  ['a name of 900 kB', { name: 'x'.repeat(900_000) }, 'Use 64 characters or fewer.'],
  ['no scope', { roles: [] }, 'Choose at least one role, or All Roles.'],
  ['a role that is not held', { roles: ['org_owner'] }, 'You no longer hold one of the roles that you chose'],
  ['a role that there is not', { roles: ['root'] }, 'Some of this could not be read.'],
  ['another organization', { orgId: '0199d3c4-6f0e-7b7a-9f55-0d6d5d3f3b11' }, 'You have switched to another organization'],
  ['a field that there is not', { userId: '0199d3c4-6f0e-7b7a-9f55-0d6d5d3f3b11' }, 'Some of this could not be read.'],
]

test('hostile input to the action is refused with a sentence, never a 500', async ({ page }) => {
  const person = await openForm(page)
  const statuses = new Set<number>()
  page.on('response', (answer) => void (answer.request().method() === 'POST' && statuses.add(answer.status())))
  for (const [what, change, says] of HOSTILE) {
    await page.route(`**${FORM}`, (route) => {
      const [sent] = JSON.parse(route.request().postData() ?? '[]') as [object]
      return route.continue({ postData: JSON.stringify([{ ...sent, ...change }]) })
    })
    await submit(page)
    await expect(page.getByText(says).first(), what).toBeVisible()
    await expect(nameField(page)).toHaveValue('nightly')
    await page.unroute(`**${FORM}`)
    await page.reload()
    await nameField(page).fill('nightly')
    await pickMember(page, 'en')
  }
  expect([...statuses]).toEqual([200])
  expect(await storedOf(person)).toEqual([])
})

test('the summary says who it will act as, where, and that the client learns who it is', async ({ page }) => {
  await openForm(page)
  const summary = page.getByRole('complementary', { name: 'Summary' })
  await expect(summary).toContainText(`nightly will act as ${labels.member} in`)
  await expect(summary).not.toContainText('ID token')
  await page.getByRole('checkbox', { name: 'Open ID' }).check()
  await expect(summary).toContainText('by an ID token')
  await page.getByRole('checkbox', { name: labels.member, exact: true }).uncheck()
  await expect(summary).toContainText('will only tell a client who you are')
})
