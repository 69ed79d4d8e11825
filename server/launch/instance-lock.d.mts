export type About = { state: string; url: string | null }
export type Holder = About & { pid: number }

export function acquireInstanceLock(dataDir: string, about: About): Promise<{ holder: Holder | null; release: () => void }>
export function describeHolder(holder: Holder): string
