import { describe, expect, test } from 'vitest'
import { readApplicants } from '../../../src/core/notice/applicants.ts'
import { noticeSaying } from './said.ts'

const fields = (...ids: string[]) => new Set(ids)
const applicantOf = (line: string, form: Set<string>, named: Set<string>) =>
  readApplicants(noticeSaying(line), form, named)?.value

test('who sends a work under a name that is made of persons alone is the applicant, by the student’s number where there is one', () => {
  const line = '我校全日制在校本科生、研究生均可投稿，每人限投1篇，作品题目自拟。'
  expect(applicantOf(line, fields('name', 'studentNo', 'college', 'work'), fields('college', 'name'))).toMatchObject({
    ...{ key: 'studentNo', shown: '{name}({studentNo})', inRoster: false },
  })
  expect(applicantOf(line, fields('name', 'college', 'work'), fields('college', 'name'))).toMatchObject({ key: 'name' })
  expect(applicantOf(line, fields('name', 'studentNo', 'work'), fields('work', 'name'))).toMatchObject({ key: 'work' })
})

test('without a form, names that are made of a work and a person are of works, whoever is addressed', () => {
  const lines = ['各党总支、各团总支：', '征文面向全校学生，每人限投1篇。']
  expect(readApplicants(noticeSaying(...lines), fields(), fields('college', 'name', 'work'))?.value).toMatchObject({
    ...{ key: 'work', shown: '{work}({name})', inRoster: false },
  })
})

test('what names are made of beside the unit, and nobody knows what it is, tells who applies', () => {
  const form = fields('college', 'item1', 'phone')
  expect(applicantOf('各学院：以宿舍为单位报送。', form, fields('college', 'item1'))).toMatchObject({
    ...{ key: 'item1', inRoster: false },
  })
  expect(applicantOf('各学院：以宿舍为单位报送。', form, fields('college'))).toMatchObject({ key: 'college' })
})

test('where names are made of the unit alone and the form bears students, units send what several of them apply with', () => {
  const line = '请各学院将全部材料打包，于11月22日前发送至邮箱。'
  expect(applicantOf(line, fields('name', 'studentNo', 'college'), fields('college'))).toEqual({
    ...{ key: 'college', inRoster: true, shown: null, several: { by: 'studentNo', most: null } },
  })
  expect(applicantOf(line, fields('name', 'studentNo', 'college'), fields('college', 'name'))).toMatchObject({
    key: 'studentNo',
  })
})

test('where people may recommend themselves no roster of units tells them', () => {
  const lines = ['各社区党委、各单位：', '采取社区推荐与个人自荐相结合的方式，个人自荐的直接将材料发送至邮箱。']
  expect(readApplicants(noticeSaying(...lines), fields('name', 'phone'), fields('name'))?.value).toMatchObject({
    ...{ key: 'name', inRoster: false },
  })
})

test('of one to two cases that each branch sends two are the most, and of one there are none to tell apart', () => {
  const form = fields('branchName', 'caseName')
  expect(applicantOf('每个党支部限报1个案例。', form, fields())).toMatchObject({ several: null })
  expect(applicantOf('每个党支部报送案例1—2篇。', form, fields())).toMatchObject({
    several: { by: 'caseName', most: 2 },
  })
})

describe('of bounds for several kinds the form’s own counts, and none where it can’t be told', () => {
  const people = fields('branchName', 'name')
  const mostFor = (line: string, title: string | null) =>
    readApplicants(noticeSaying('各党支部：', line), people, fields(), title)?.value.several
  const line = '每个党支部推荐优秀共产党员1—2名、优秀党务工作者不超过1名。'
  test.each([
    [line, '优秀共产党员推荐表', 2],
    [line, '优秀党务工作者推荐表', 1],
    [line, '推荐表', null],
    ['每支部推荐优秀党员、优秀党务工作者各1名。', '优秀党员推荐表', 1],
    ['每支部可推荐优秀党员不超过3名，优秀党务工作者1名。', '优秀党员登记表', 3],
    ['每支部推荐不超过2名。', null, 2],
    ['教职工在100人以上的单位可推荐2人，其余单位限推荐1人。', '审批表', null],
    ['全校评选20名，各学院推荐不超过2名。', '审批表', 2],
  ])('%s %s', (said, title, most) => {
    expect(mostFor(said, title)).toEqual({ by: 'name', most })
  })
  test.each([
    ['各支部：每支部1—2个案例。', 2],
    ['各党支部推荐案例，案例字数不超过3000字，图片不超过2项。', null],
    ['各党支部推荐案例，图片不超过5项，案例不超过2项。', 2],
    ['各党支部推荐2个案例。', 2],
    ['每个党支部限报2个案例（附佐证材料）。', 2],
    ['各党支部推荐的案例须有2个亮点。', null],
    ['各党支部推荐案例，并确定2名联络员。', null],
    ['各支部可申报两个项目，另附照片三张。', 2],
    ['各党支部选送典型案例三个，每个案例附照片不超过4项。', 3],
    ['每个党支部报送1个案例，佐证材料不超过6件。', null],
    ['各支部推荐案例，视频时长不超过5分钟。', null],
    ['各支部：每个学院限报重点案例2项、一般案例5项。', null],
  ])('%s', (said, most) => {
    const several = readApplicants(noticeSaying(said), fields('branchName', 'caseName'), fields())?.value.several
    expect(several?.most ?? null).toBe(most)
  })
})

test('a student society is known by its name, not by the number of whoever leads it', () => {
  const form = fields('club', 'leader', 'studentNo', 'topic')
  expect(applicantOf('每个社团限报1项，由社团负责人填写申请书。', form, fields('club', 'topic'))).toMatchObject({
    ...{ key: 'club', inRoster: false },
  })
})

test('a student who is an author is shown by name, too', () => {
  expect(applicantOf('研究生均可投稿。', fields('author', 'studentNo', 'college'), fields('author'))).toMatchObject({
    ...{ key: 'studentNo', shown: '{author}({studentNo})' },
  })
})

test('what a form is about tells its applications apart, where names are made of it', () => {
  const form = fields('lab', 'college', 'leader')
  expect(applicantOf('各学院：每个学院申报1至3间。', form, fields('college', 'lab'))).toMatchObject({
    ...{ key: 'lab', inRoster: false },
  })
  expect(applicantOf('各学院：每个学院申报1至3间。', form, fields('college'))).toMatchObject({ inRoster: true })
})

test('who sends in by themselves under their names is in no roster of colleges', () => {
  const lines = ['各学院，各研究机构：', '申请人于5月31日前将申请材料发送至邮箱skc@bhlg.example.edu.cn。']
  const value = readApplicants(
    noticeSaying(...lines),
    fields('name', 'college', 'phone'),
    fields('college', 'name'),
  )?.value
  expect(value).toMatchObject({ key: 'name', inRoster: false })
})
