import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lookAgain } from './look-again'

const EVERY = 1_000

/** Somebody who is asked and answers when the test says so. */
function makeAnswerer() {
  const asked: { resolve: (answer: string) => void; reject: (why: Error) => void }[] = []
  const look = () => new Promise<string>((resolve, reject) => void asked.push({ resolve, reject }))
  return { asked, look }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('takes no second look before the first was answered: a late answer would come after a newer one', async () => {
  const { asked, look } = makeAnswerer()
  const found: string[] = []
  const end = lookAgain(look, EVERY, (each) => found.push(each))
  await vi.advanceTimersByTimeAsync(3 * EVERY)
  expect(asked).toHaveLength(1)

  asked[0]?.resolve('running')
  await vi.advanceTimersByTimeAsync(EVERY)
  expect(asked).toHaveLength(2)
  asked[1]?.resolve('ended')
  await vi.advanceTimersByTimeAsync(0)
  expect(found).toEqual(['running', 'ended'])
  end()
})

it('looks again after a look that failed', async () => {
  const { asked, look } = makeAnswerer()
  const end = lookAgain(look, EVERY, () => undefined)
  await vi.advanceTimersByTimeAsync(EVERY)
  asked[0]?.reject(new Error('No answer'))
  await vi.advanceTimersByTimeAsync(EVERY)
  expect(asked).toHaveLength(2)
  end()
})

it('tells nothing that is answered after the end, and looks no more', async () => {
  const { asked, look } = makeAnswerer()
  const found: string[] = []
  const end = lookAgain(look, EVERY, (each) => found.push(each))
  await vi.advanceTimersByTimeAsync(EVERY)
  end()
  asked[0]?.resolve('late')
  await vi.advanceTimersByTimeAsync(3 * EVERY)
  expect(found).toEqual([])
  expect(asked).toHaveLength(1)
})
