/** The environment variable by which global-setup tells tests what it has started: they run in processes of their own. */
export const STATE = 'TOKENWARD_E2E_STATE'

export type DemoUser = { email: string; password: string; name: string; roles: string[]; organization: string }

export type Product = {
  url: string
  databaseUrl: string
  dataDir: string
  /** The file that holds what the server has printed. */
  log: string
  users: DemoUser[]
  apiTokens: { email: string; apiToken: string }[]
}
