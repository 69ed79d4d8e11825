import { once } from 'node:events'
import { connect } from 'node:net'

/** Milliseconds after which a server that says nothing is given up. */
const PATIENCE = 3_000

/** Sends to a port of this machine what no client library would, and gives back all of the answer. */
export async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(text))
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  socket.setTimeout(PATIENCE, () => socket.destroy())
  await once(socket, 'close')
  return answer
}
