import { expect, it } from 'vitest'
import { fileOf, judged } from '../../support/judged-mail.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const LINK = '申报书见 https://pan.baidu.com/s/1abcDEF 提取码: 8k2p'

const codes = (...documents: ReturnType<typeof fileOf>[]) =>
  judged([shippedCall], { subject: NAME, text: LINK, documents })[0].problems.map(({ code }) => code)

it('a picture beside a link to a cloud is not what was sent as the form', () => {
  expect(codes(fileOf('截图.png', 'image'))).toEqual(['file.link'])
})

it('a file of a kind that is not read is told for what it is, link and picture or not', () => {
  expect(codes(fileOf('截图.png', 'image'), fileOf(`${NAME}.rar`, 'rar'))).toEqual(['file.format'])
})
