import { describe, expect, it } from 'vitest'
import { isDeciding } from '#shared/domain/meeting-readiness.ts'
import { isNumbered } from '#shared/domain/numbering.ts'
import { itemTypes } from '#shared/domain/records/agenda-item.ts'

describe('a type of item', () => {
  it('that a meeting must decide is one of four, each with a number', () => {
    const deciding = itemTypes.filter(isDeciding)
    expect(deciding.toSorted()).toEqual(['decision', 'election', 'minutesApproval', 'noticeApproval'])
    expect(deciding.every(isNumbered)).toBe(true)
  })
})
