import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SETTINGS_FILE } from './initialize'
import type { Location } from './location'

/** Small, because the demo shares a laptop; durable, because it is a real database. Written anew at every start. */
const settings = (port: number) => `# Written at every start.
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = 60
shared_buffers = '64MB'
max_wal_size = '256MB'
min_wal_size = '32MB'
io_method = 'sync'
max_worker_processes = 2
max_parallel_workers_per_gather = 0
max_logical_replication_workers = 0
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = 'warning'
logging_collector = off
`

export async function writeSettings({ folder }: Location, port: number): Promise<void> {
  await writeFile(join(folder, SETTINGS_FILE), settings(port), { mode: 0o644 })
}
