import { expect, test } from 'vitest'
import { branchesIn } from '../../../src/core/naming/branches-in.ts'
import { shippedCall } from '../../support/shipped-call.ts'

test.each([
  ['离退休教工第一党支部申请撤回', ['离退休教工第一党支部']],
  ['离退休教工第一党支部申请撤回\n教工第一党支部照常申报', ['教工第一党支部', '离退休教工第一党支部']],
  ['教工第一党支部\n特此说明', ['教工第一党支部']],
  ['全体党支部', []],
])('of «%s» those are named, and a name within a longer one is none', (text, names) => {
  expect(branchesIn(text, shippedCall).map(({ name }) => name)).toEqual(names)
})
