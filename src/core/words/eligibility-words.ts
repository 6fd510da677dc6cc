/** What is wrong where a condition of the shipped call fails, and what to do. */
export const ELIGIBILITY_WORDS: Readonly<Record<string, { readonly title: string; readonly remedy: string }>> = {
  'scope.stable': {
    title: '支部在创建周期内的稳定性不符合条件',
    remedy: '请在申报书中补充说明支部在创建周期内的设置和换届安排。',
  },
  duties: {
    title: '“七个有力”内容不完整',
    remedy: '请按“七个有力”逐项补充具体做法和成效。',
  },
  standard: {
    title: '标准化规范化建设内容不完整',
    remedy: '请补充支部标准化规范化建设和组织生活的情况。',
  },
  yirongshuanggao: {
    title: '“一融双高”内容不完整',
    remedy: '请补充推进“一融双高”的具体举措和阶段性成效。',
  },
  'honour.branch': {
    title: '支部或书记的表彰、考核等次未达到条件',
    remedy: '如另有符合条件的表彰或“好”等次，请补充名称、获得时间、级别和授予单位；确无的，请与学院党委联系。',
  },
  'honour.member': {
    title: '支部成员的荣誉未达到条件',
    remedy: '如另有符合条件的成员荣誉，请补充姓名、荣誉名称、获得时间、级别和授予单位；确无的，请与学院党委联系。',
  },
  role: {
    title: '按支部类型发挥作用的内容不完整',
    remedy: '请结合支部类型，补充发挥示范引领作用的做法和成效。',
  },
  conduct: { title: '支部情况需要核实', remedy: '请与学院党委联系说明情况。' },
  'plan.deadlines': {
    title: '创建举措的完成时限不符合要求',
    remedy: '请为每项创建举措写明完成时限，且不超出创建周期。',
  },
  'plan.outcomes': {
    title: '预期成效不够具体',
    remedy: '请将预期成效写成可量化或可考核评价的内容。',
  },
}
