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

test('who is asked is told without the heading, and without who is on duty at night', () => {
  expect(asked('六、联系人及电话', '安全技术科 祁连山 0411-84706777；夜间值班电话 0411-84706110。')).toBe(
    '安全技术科祁连山0411-84706777',
  )
  expect(asked('五、咨询', '材料填写：苗老师，办公电话84708855，微信也可以；', '成绩核对：康老师，84708860。')).toBe(
    '材料填写:苗老师,办公电话84708855,微信也可以',
  )
})

test.each([
  [['联系人：张老师，电话：84708888，邮箱：zhang@b.cn', '请将材料发送至jw@b.cn。']],
  [['有疑问请咨询王老师（wang@b.cn，84701234）。', '申报材料发至邮箱：jw@b.cn']],
  [['请将材料发送至jw@b.cn，咨询邮箱：zx@b.cn。']],
  [['公示期间如有异议，请将书面材料发送至jb@b.cn。', '申报书发至jw@b.cn。']],
])('applications go where papers are sent, not to who is asked: %j', lines => {
  expect(readContact(noticeSaying(...lines)).mailbox?.value).toBe('jw@b.cn')
})

test('an address is one however its @ is hidden', () => {
  const address = (line: string) => readContact(noticeSaying(line)).mailbox?.value
  expect(address('发送至 xcb_wl AT bhlg.example.edu.cn（请将AT替换为@）')).toBe('xcb_wl@bhlg.example.edu.cn')
  expect(address('发送至xcb(at)bhlg.example.edu.cn')).toBe('xcb@bhlg.example.edu.cn')
})

test('who answers questions is whom to ask, however a telephone is parted', () => {
  expect(asked('有问题请找阮老师（学院楼316，手机13912345670）。')).toContain('13912345670')
  expect(asked('第六条 咨询：社区发展科海老师，029-8765 4410。')).toContain('8765 4410')
})
