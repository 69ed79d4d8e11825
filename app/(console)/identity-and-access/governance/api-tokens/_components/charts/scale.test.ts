import { describe, expect, it } from 'vitest'
import { axisTop } from './scale'

describe('axisTop', () => {
  it.each([
    [0, 2],
    [1, 2],
    [3, 4],
    [5, 6],
    [9, 10],
    [11, 20],
    [41, 50],
    [77, 80],
    [1_000_000, 1_000_000],
    [1_000_001, 2_000_000],
  ])('of %d is %d', (largest, top) => {
    expect(axisTop(largest)).toBe(top)
  })
})
