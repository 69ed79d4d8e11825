import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { LIST, signIn } from './console'
import { GOVERNANCE } from './governance-words'
import { makeGovernor, makeOwnPerson } from './own-person'
import { ask } from './product'

test('a list that cannot be read says so with the id to tell, and is there once it can', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'nightly' }])
  await signIn(page, person, 'en')
  await expect(page.getByRole('table')).toContainText('nightly')
  // A date that PostgreSQL holds and no page can show.
  await ask(`UPDATE token_life SET last_used_at = 'infinity' WHERE org_id = $1`, [person.orgId])
  await page.goto(LIST)
  await expect(page.getByRole('alert').getByRole('heading', { name: 'The list could not be loaded' })).toBeVisible()
  await expect(page.getByText('Request id:')).toBeVisible()
  await expect(page.getByRole('banner')).toBeVisible()
  await expectAccessible(page, 'list that could not be loaded')
  await ask('UPDATE token_life SET last_used_at = NULL WHERE org_id = $1', [person.orgId])
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('table')).toContainText('nightly')
})

test('a page below the list that cannot be shown is not called a list', async ({ page }) => {
  const person = await makeGovernor([])
  await ask(`UPDATE token_policy SET updated_at = 'infinity', updated_by = $2 WHERE org_id = $1`, [person.orgId, person.userId])
  await signIn(page, person, 'en', { at: `${GOVERNANCE}/settings` })
  await expect(page.getByRole('alert').getByRole('heading', { name: 'This page could not be shown' })).toBeVisible()
})
