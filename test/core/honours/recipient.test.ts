import { expect, test } from 'vitest'
import { readRecipient, readSubject, recipientOfHonour } from '../../../src/core/honours/recipient.ts'
import { isNamed } from '../../../src/core/honours/surnames.ts'

const FORM = { secretary: '张建华', branch: '机械设计系教工党支部' }

test.each([
  ['党支部', 'branch'],
  ['本支部', 'branch'],
  ['支部', 'branch'],
  ['机械设计系教工党支部', 'branch'],
  ['机械工程学院机械设计系教工党支部', 'branch'],
  ['教工党支部', 'branch'],
  ['学生党支部', 'branch'],
  ['我党支部', 'branch'],
  ['机械设计系教工党支部委员会', 'branch'],
  ['教工第一党支部', 'unknown'],
  ['兄弟支部', 'unknown'],
  ['党支部书记', 'secretary'],
  ['书记张建华', 'secretary'],
  ['张建华', 'secretary'],
  ['张 建 华（支部书记）', 'secretary'],
  ['李文博', 'member'],
  ['李文博（党员）', 'member'],
  ['王示例（团支部书记）', 'member'],
  ['李文博、王小雨', 'member'],
  ['李文博等3人', 'member'],
  ['支部成员', 'member'],
  ['党员李文博', 'member'],
  ['支部副书记李文博', 'member'],
  ['2名党员', 'member'],
  ['张建华、李文博', 'unknown'],
  ['团支部', 'unknown'],
  ['机械2101团支部', 'unknown'],
  ['3个支部', 'unknown'],
  ['3个党支部', 'unknown'],
  ['两个党支部', 'unknown'],
  ['党支部、团支部', 'unknown'],
  ['书记、委员', 'unknown'],
  ['书记和委员', 'unknown'],
  ['团支部书记', 'member'],
  ['团委委员', 'member'],
  ['教研室', 'unknown'],
  ['课题组', 'unknown'],
  ['全体师生', 'unknown'],
  ['研究生', 'unknown'],
  ['', 'unknown'],
] as const)('%s is a %s', (text, kind) => {
  expect(readRecipient(text, FORM)).toBe(kind)
})

test.each([
  ['教工第一党支部', '教工第1党支部', 'branch'],
  ['大连理工大学机械工程学院教工第一党支部', '教工第01党支部', 'branch'],
  ['物理硕博凝聚态02学生党支部', '物理-硕博-凝聚态02-学生党支部', 'branch'],
  ['教工第二党支部', '教工第一党支部', 'unknown'],
  ['教工第二党支部', null, 'branch'],
] as const)('%s in the form of %s is a %s', (text, branch, kind) => {
  expect(readRecipient(text, { ...FORM, branch })).toBe(kind)
})

test("a person is nobody in particular while the secretary's name is not known", () => {
  expect(readRecipient('李文博', { ...FORM, secretary: null })).toBe('unknown')
})

test.each([
  ['李文博', 'member'],
  ['张建华', 'secretary'],
  ['支部书记张建华', 'secretary'],
  ['同时', 'unknown'],
  ['成效显著', 'unknown'],
  ['曾经', 'unknown'],
  ['方案', 'unknown'],
  ['高质量', 'unknown'],
  ['陆续', 'unknown'],
  ['欧阳建国', 'member'],
  ['欧阳', 'unknown'],
  ['欧阳建国强', 'unknown'],
  ['毕建国', 'member'],
] as const)('in a sentence, %s is a %s', (text, kind) => {
  expect(readSubject(text, FORM)).toBe(kind)
})

test.each([
  ['先进基层党组织', 'branch'],
  ['十佳党支部', 'branch'],
  ['优秀党支部书记', 'secretary'],
  ['优秀共产党员', 'unknown'],
  ['五四红旗团支部', 'unknown'],
] as const)('%s by its name alone goes to a %s', (name, kind) => {
  expect(recipientOfHonour(name)).toBe(kind)
})

test.each([
  ...[
    '阿依努尔·买买提',
    '迪丽热巴•迪力木拉提',
    '艾力·玉素甫',
    '热依扎·阿里木江',
    '努尔艾力·阿不都热西提',
    '卡尔·马克思',
  ],
  ...['阿卜杜拉·麦麦提明', '叶尔兰·哈布力', '帕提古丽·依明', '别克·木哈提'],
])('a name of another tongue is a person’s: %s', name => expect(isNamed(name)).toBe(true))

test.each([
  ...['红色·传承', '创新·创业', '党建·思政', '机械·电子', '云端·课堂', '西部·计划', '青春·家国', '匠心·筑梦'],
  ...['德育·美育', '书香·校园·行'],
])('two words with a dot between them are nobody: %s', words => expect(isNamed(words)).toBe(false))
