import { makeDocx, paragraph, run } from '../documents/make-docx.ts'
import type { Notice } from './notices.ts'

/** A call that gathers works: persons, no roster and no form, one paper that is required. */
export const ESSAY: Notice = {
  id: '2024-essay',
  files: {
    'calls/2024-essay.yaml': `id: 2024-essay
title: 2024年“青春与家国”主题征文
short: 征文
unit: 校团委
university: 滨海大学
announced: 2024-05-14
deadline: 2024-05-20T10:00:00+08:00
wording: essay
applicant: { key: name }
naming: { subject: '征文-{name}-{学院}-{作品题目}', file: '{name}-{学院}-{作品题目}' }
deliverables: [{ id: essay, title: 征文作品, formats: [docx, doc, pdf] }]
`,
    'wording/essay.yaml': `applicant: 作者
you: 你
fullName: 本人姓名
form: 征文作品
committee: 校团委
`,
  },
}

const text = (words: string): string => paragraph(run(words))

/** A work as its author writes it; another ending is another file. */
export const workOf = (name: string, title: string, ending = '') => ({
  name: `${name}-文学院-${title}.docx`,
  bytes: makeDocx(`${text(title)}${text(`小时候，村口有一座石桥。${ending}`)}`),
})
