/**
 * Small, because the demo shares a laptop, and memory that is not needed is not taken; durable, because it is a real
 * database. Many tokens have many indexes: validating them writes whole pages, which are compressed, and with too little
 * room for them in memory and log every change of a token takes twice as long. A page anywhere costs about what the next
 * one does: what disks that turn take for it, which PostgreSQL still supposes, would have it read whole tables instead.
 * No value needs quotes.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '256MB',
  max_wal_size: '1GB',
  min_wal_size: '32MB',
  wal_compression: 'on',
  io_method: 'sync',
  random_page_cost: '1.1',
  max_worker_processes: '2',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  logging_collector: 'off',
}

/**
 * The settings as options of the server's command line, where nothing that is missing, unreadable or changed in its
 * directory can take their place: by itself PostgreSQL would listen on a socket in /tmp that everybody may open.
 */
export function settingsFor(port: number): string {
  return Object.entries({ port: String(port), ...SETTINGS }).map(([name, value]) => `-c ${name}=${value}`).join(' ')
}
