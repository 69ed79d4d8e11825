/** Recovery codes on their way to where they are shown once, and what they were made for. */
export type RecoveryCodes = { kind: 'activated' | 'renewed'; codes: string[] }
