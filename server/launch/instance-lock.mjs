import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds for a process on this machine to answer on loopback. */
const ANSWER_LIMIT = 2_000

/**
 * Asks whoever wrote the lock whether it is still there. A file alone proves nothing after a crash, nor does a
 * process id, which is used again (in a container, almost surely); an answer with the right key does.
 *
 * @param {{ port: number, key: string }} lock
 * @returns {Promise<{ pid: number, state: string, url: string | null } | null>}
 */
function askHolder(lock) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: lock.port })
    let text = ''
    socket.setTimeout(ANSWER_LIMIT, () => socket.destroy())
    socket.on('data', (chunk) => (text += chunk))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      const [key, answer = ''] = text.split('\n')
      resolve(key === lock.key && answer.startsWith('{') ? JSON.parse(answer) : null)
    })
  })
}

/** @param {string} file */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Puts `from` in place unless something is there: link() is atomic everywhere. */
function place(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Removes the lock that was asked and found stale, and no other: another start may have replaced it meanwhile. */
function removeStale(file, aside, key) {
  if (readLock(file)?.key !== key) return
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (readLock(aside)?.key !== key) place(aside, file)
  rmSync(aside, { force: true })
}

/**
 * Makes this process the only one that starts or serves from `dataDir`.
 *
 * @param {string} dataDir
 * @param {{ state: string, url: string | null }} about what a second start is told; may be changed later on
 */
export async function acquireInstanceLock(dataDir, about) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'instance.lock')
  const key = randomUUID()
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.end(`${key}\n${JSON.stringify({ pid: process.pid, ...about })}`)
  })
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done))
  server.unref()
  const mine = `${file}.${key}`
  writeFileSync(mine, JSON.stringify({ port: server.address().port, key }), { mode: 0o600 })
  const giveUp = () => {
    server.close()
    rmSync(mine, { force: true })
  }
  for (;;) {
    if (place(mine, file)) break
    const lock = readLock(file)
    const holder = lock && (await askHolder(lock))
    if (holder) {
      giveUp()
      return { holder, release: () => undefined }
    }
    removeStale(file, `${mine}.stale`, lock?.key)
    await pause(20)
  }
  rmSync(mine, { force: true })
  const release = () => {
    if (readLock(file)?.key === key) rmSync(file, { force: true })
    server.close()
  }
  return { holder: null, release }
}

/** @param {{ pid: number, state: string, url: string | null }} holder */
export function describeHolder({ pid, state, url }) {
  const where = url ? ` at ${url}` : ''
  return `Tokenward is already ${state} from this directory${where} (process ${pid}).\nStop it there with Ctrl-C, or with: kill ${pid}`
}
