import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { acquireInstanceLock, describeHolder } from './instance-lock.mjs'
import { root, say } from './project.mjs'

export const dataDir = resolve(root, process.env.DATA_DIR || '.data')

/** Milliseconds. A server that stops finishes its requests first. */
const STOP_LIMIT = 20_000

/** Waits for one that is about to be gone: Ctrl-C and `npm start` again, quicker than the database. */
async function acquire(deadline) {
  for (let told = false; ; told = true) {
    const { holder, release } = await acquireInstanceLock(dataDir, { state: 'being built', url: null })
    if (!holder) return release
    if (holder.state !== 'stopping' || Date.now() > deadline) throw new Error(describeHolder(holder))
    if (!told) say(`Waiting for process ${holder.pid} to stop`)
    await pause(200)
  }
}

/**
 * Prepares while nobody else may: two starts must not install or build in one checkout at once, and a build must not
 * replace the files of a server that runs.
 *
 * @param {() => Promise<void>} prepare
 */
export async function alone(prepare) {
  const release = await acquire(Date.now() + STOP_LIMIT)
  try {
    await prepare()
  } finally {
    release()
  }
}
