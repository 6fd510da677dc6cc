import { expect, test } from 'vitest'
import { readContact } from '../../../src/core/notice/contact.ts'
import { noticeSaying } from './said.ts'

const asked = (...lines: string[]) => readContact(noticeSaying(...lines)).asked?.value

test('whom to ask is who is named with a telephone, not who is told to send', () => {
  const lines = [
    '请于12月6日前由单位联系人统一报送至邮箱，纸质版送至415室：',
    '联系人：尤敏（84708331）、贺川（84708332）',
    '实验室安全隐患举报电话：84708110',
  ]
  expect(asked(...lines)).toBe('联系人:尤敏(84708331)、贺川(84708332)')
})

test('and who stands under a heading of contacts, without those for complaints and for technical help', () => {
  const lines = [
    '五、联系方式',
    '奖励办公室：邵一鸣 010-58690123',
    '系统技术支持：010-58690188',
    '监督电话：010-58690100',
  ]
  expect(asked(...lines)).toBe('奖励办公室:邵一鸣010-58690123')
})

test('nor those who help with a system or check marks', () => {
  const lines = ['六、联系方式', '申报受理：项目办公室 闻老师 84706612', '系统技术咨询：施老师 84706699']
  expect(asked(...lines)).toBe('申报受理:项目办公室闻老师84706612')
})
