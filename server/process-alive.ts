/** Whether a process with that id exists. It may be another one by now: ids are reused. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process: it exists, we may just not signal it.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
