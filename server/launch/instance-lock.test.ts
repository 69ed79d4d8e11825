import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { acquireInstanceLock, describeHolder } from './instance-lock.mjs'

let folder = ''
const about = { state: 'running', url: 'http://127.0.0.1:3000' }
const releases: (() => void)[] = []
const acquire = async () => {
  const { holder, release } = await acquireInstanceLock(folder, about)
  releases.push(release)
  return { holder, release }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokenward-lock-'))
})
afterEach(async () => {
  for (const release of releases.splice(0)) release()
  await rm(folder, { recursive: true })
})

it('is had by one alone, and tells the second who and where', async () => {
  await acquire()
  const { holder } = await acquire()
  expect(holder).toEqual({ pid: process.pid, ...about })
  expect(holder && describeHolder(holder)).toContain(`already running from this directory at http://127.0.0.1:3000 (process ${process.pid})`)
})

it('can be had again once it was given back', async () => {
  const { release } = await acquire()
  release()
  expect((await acquire()).holder).toBeNull()
})

it.each([
  ['a process that is gone', JSON.stringify({ port: 1, key: 'old' })],
  ['a crash while it was written', ''],
])('is taken over from %s', async (_what, left) => {
  await writeFile(join(folder, 'instance.lock'), left)
  expect((await acquire()).holder).toBeNull()
})

it('is taken over by one alone, however many find it stale', async () => {
  await writeFile(join(folder, 'instance.lock'), JSON.stringify({ port: 1, key: 'old' }))
  const all = await Promise.all(Array.from({ length: 8 }, acquire))
  expect(all.filter(({ holder }) => holder === null)).toHaveLength(1)
})
