import { comment, type FileLine, quoted, value } from './file-line.ts'
import type { DraftedField, FormDraft } from './form-draft.ts'

/** A file of `forms/` as lines; `file`: the blank form beside it, null where the notice came without one. */
export function formFile(form: FormDraft, file: string | null): FileLine[] {
  return [
    comment(
      form.said === null
        ? '标题、栏目均取自空白表；类型系推测，请核对（docs/calls.md）'
        : form.isAppended === true
          ? `栏目取自附在通知之后的空白表：${quoted(form.said)}`
          : `没有空白表，栏目取自通知：${quoted(form.said)}`,
    ),
    value('title', form.title),
    ...(file === null ? [] : [value('template', { file })]),
    ...items('fields', form.fields),
    ...items('sections', form.sections),
  ]
}

const items = (key: string, fields: readonly DraftedField[]): FileLine[] =>
  fields.length === 0
    ? []
    : [
        {
          ...{ kind: 'items', key, isList: false },
          items: fields.map(({ id, label, type, required }) => ({
            key: id,
            value: { label, ...(type === 'text' ? {} : { type }), ...(required ? { required } : {}) },
            comment: '',
          })),
        },
      ]
