import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { LIST, signIn } from './console'
import { holdLeaving } from './hold-leaving'
import { makeOwnPerson, oneOfEach, recordedIn, storedOf } from './own-person'
import { wordsIn } from './own-token-words'
import { ask } from './product'

const words = wordsIn('en')

test('revoking all is refused where there are other tokens than were seen, and then asks with the new number', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'first' }, { name: 'second' }, { name: 'third' }, { name: 'fourth' }])
  await signIn(page, person, 'en')
  await page.getByRole('button', { name: words.revokeAll }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('revoke 4 tokens')
  await ask(`UPDATE api_token SET revoked_at = now() WHERE user_id = $1 AND name = 'fourth'`, [person.userId])
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('nothing was revoked')
  await expect(dialog.getByRole('heading')).toHaveText('Revoke all 3 tokens?')
  expect((await storedOf(person)).filter(({ revoked }) => revoked)).toHaveLength(1)
  await dialog.getByRole('textbox').fill(words.phrase)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect((await storedOf(person)).every(({ revoked }) => revoked)).toBe(true)
  await expectAccessible(page, 'list of revoked tokens')
})

test('leaving the question about the password keeps every token', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'first' }, { name: 'second' }, { name: 'third' }])
  await signIn(page, person, 'en')
  await ask(`UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`, [person.userId])
  await page.getByRole('button', { name: words.revokeAll }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(words.phrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel(words.password, { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  // What is still fading away takes the next key as well.
  await expect(page.getByLabel(words.password, { exact: true })).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(page.getByRole('dialog').getByRole('textbox', { name: words.phrase })).toHaveValue(words.phrase)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await storedOf(person)).some(({ revoked }) => revoked)).toBe(false)
  expect(await recordedIn(person)).toEqual([])
})

test('the question about the password keeps the focus, however long the one before it takes to leave', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'first' }, { name: 'second' }, { name: 'third' }])
  await signIn(page, person, 'en')
  await ask(`UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`, [person.userId])
  await page.getByRole('button', { name: words.revokeAll }).click()
  const question = page.getByRole('dialog').getByRole('textbox', { name: words.phrase })
  await question.fill(words.phrase)
  const letGo = await holdLeaving(page)
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { name: 'Sign in again' })
  await expect(heading).toBeFocused()
  await expect(page.locator('[role=dialog]')).toHaveCount(2)
  await letGo()
  await expect(page.locator('[role=dialog]')).toHaveCount(1)
  await expect(heading).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Revoke all 3 tokens?' })).toBeFocused()
})

test('a question that is back after the one about the password can be left at once', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'first' }, { name: 'second' }, { name: 'third' }])
  await signIn(page, person, 'en')
  await ask(`UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`, [person.userId])
  await page.getByRole('button', { name: words.revokeAll }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: words.phrase }).fill(words.phrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sign in again' })).toBeFocused()
  // Quicker than anything from outside of the page could be: in the moment in which the question has the focus again.
  await page.evaluate(() => {
    const leave = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !target.matches('[role=dialog] h2')) return
      document.removeEventListener('focusin', leave)
      document.documentElement.dataset['left'] = target.innerText
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }))
    }
    document.addEventListener('focusin', leave)
  })
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('data-left', 'Revoke all 3 tokens?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await recordedIn(person)).toEqual([])
})

test('everything about several tokens can be done with the keyboard alone', async ({ page }) => {
  const person = await makeOwnPerson([{ name: 'one' }, { name: 'two' }, { name: 'gone', revoked_at: new Date() }])
  await signIn(page, person, 'en')
  const all = page.getByRole('checkbox', { name: 'Select all tokens on this page' })
  await all.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByText('1 selected')).toBeVisible()
  await expect(all).toHaveJSProperty('indeterminate', true)
  await all.focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(words.twoSelected)).toBeVisible()
  await page.getByRole('button', { name: words.revoke }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('heading')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: words.revoke })).toBeFocused()
  expect((await storedOf(person)).map(({ name, revoked }) => [name, revoked])).toEqual([['gone', true], ['one', false], ['two', false]])
})

test('the focus is back at the button of a row’s menu once its dialog is left, from the first time on', async ({ page }) => {
  await signIn(page, await makeOwnPerson([{ name: 'one' }]), 'en')
  const menu = page.getByRole('button', { name: 'Actions for one' })
  for (const entry of ['Edit…', 'Revoke…', 'Regenerate…']) {
    await menu.click()
    await page.getByRole('menuitem', { name: entry }).click()
    await expect(page.getByRole('dialog').getByRole('heading')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(menu).toBeFocused()
    // A fresh page each time: the menu is fetched anew, and its button is another one before that.
    await page.reload()
  }
})

test('a whole API token that is pasted into the search does not get into the address', async ({ page }) => {
  await signIn(page, await makeOwnPerson([{ name: 'one' }]), 'en')
  const secret = 'aB3'.repeat(15)
  await page.getByRole('searchbox').focus()
  await page.keyboard.insertText(`tw_${'o'.repeat(22)}_${secret}1234`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: words.noMatch })).toBeVisible()
  await expect(page).not.toHaveURL(new RegExp(secret.slice(0, 4)))
  expect(await page.content()).not.toContain(secret.slice(0, 4))
  await page.goto(`${LIST}?show=working&q=x+tw_${'o'.repeat(22)}_${secret}1234`)
  await expect(page).toHaveURL(`${LIST}?q=x+tw_${'o'.repeat(22)}_&show=working`)
})

test('an address that makes no sense shows a list, never an error', async ({ page }) => {
  await signIn(page, await makeOwnPerson(oneOfEach()), 'en')
  for (const query of ['q=%00', `q=${'x'.repeat(5_000)}`, 'q=a&q=b', 'show=nothing', 'show[]=working', 'after=9999999999999999.x', 'after=%27', "q=';--", 'q=%ED%A0%80']) {
    const answer = await page.goto(`${LIST}?${query}`)
    expect([query, answer?.status()]).toEqual([query, 200])
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('API Tokens')
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the list is searched, its views are followed and its help is opened', async ({ page }) => {
    await signIn(page, await makeOwnPerson(oneOfEach()), 'en')
    await page.getByRole('link', { name: /^Not working/ }).click()
    await page.getByRole('searchbox').fill('ended')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/show=not_working&q=ended/)
    await expect(page.getByRole('rowheader')).toHaveCount(2)
    await page.getByText(words.help).click()
    await expect(page.getByText('A lost token can’t be restored')).toBeVisible()
    for (const dead of [page.getByRole('checkbox'), page.getByRole('button', { name: words.revokeAll })]) await expect(dead).toHaveCount(0)
  })
})
