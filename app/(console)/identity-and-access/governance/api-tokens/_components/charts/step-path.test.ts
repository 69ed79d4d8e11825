import { describe, expect, it } from 'vitest'
import { stepPath } from './step-path'

describe('stepPath', () => {
  it('keeps each height until the next point, the last to the end', () => {
    expect(stepPath([{ x: 0, y: 40 }, { x: 33.333, y: 20 }, { x: 90, y: 60 }])).toBe('M0 40H33.33V20H90V60H100')
  })

  it('draws nothing of nothing', () => {
    expect(stepPath([])).toBe('')
  })
})
