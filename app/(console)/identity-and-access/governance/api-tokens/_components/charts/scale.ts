const STEPS = [1, 2, 3, 4, 5, 6, 8, 10]

/** The top of an axis that shows counts up to `largest`: round, and so that half of it is whole, too. */
export function axisTop(largest: number): number {
  if (largest <= 2) return 2
  const magnitude = 10 ** Math.floor(Math.log10(largest))
  const top = STEPS.map((step) => step * magnitude).find((one) => one >= largest && one % 2 === 0)
  return top ?? 10 * magnitude
}
