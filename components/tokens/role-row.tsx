/** One role: its name, and what it allows or how services write it. */
export function RoleRow({ name, about }: { name: string; about: React.ReactNode }) {
  return (
    <li className="grid grid-cols-2 gap-x-4 gap-y-0.5 border-t border-line px-5 py-2.5 max-sm:grid-cols-1 max-sm:px-4">
      <span className="font-label wrap-anywhere">{name}</span>
      <span className="text-pretty text-muted wrap-anywhere">{about}</span>
    </li>
  )
}
