/** A point of a plot that is 100 wide and 100 high, from its upper left corner. */
type Point = { x: number; y: number }

const rounded = (value: number) => Math.round(value * 100) / 100

/** The path of a line that keeps its height until the next point: counts jump, they do not slope. */
export function stepPath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  const steps = rest.map(({ x, y }) => `H${rounded(x)}V${rounded(y)}`)
  return [`M${rounded(first.x)} ${rounded(first.y)}`, ...steps, 'H100'].join('')
}
