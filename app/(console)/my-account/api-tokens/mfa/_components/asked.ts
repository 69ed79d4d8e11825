/** What the page can be asked to ask: before JavaScript there is no dialog. */
export type Asked = 'deactivate' | 'renew'

export function readAsked(asked: string | string[] | undefined): Asked | null {
  return asked === 'deactivate' || asked === 'renew' ? asked : null
}
