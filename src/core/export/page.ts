import type { SettledCheck } from '../application/confirmation.ts'
import { personVerdict } from '../application/confirmation-text.ts'
import { labelOf } from '../form/description.ts'
import { VERDICT_NAMES } from '../judge/outcome-names.ts'
import { formValue } from '../papers/form-value.ts'
import { paperLine, paperLines } from '../papers/paper-text.ts'
import type { Papers, Standing } from '../papers/papers.ts'
import { type Html, html, htmlText } from '../text/html.ts'
import { formatSize } from '../text/size.ts'
import { timeIn } from '../text/time.ts'
import { typeset } from '../text/typography.ts'
import { applicantFolder } from './file-names.ts'

/** What is compared: a line of the table, with what each applicant has there. */
type Row = { readonly label: string; readonly cells: readonly (readonly string[])[] }

/** Nothing is fetched and nothing runs: the page says everything by itself, and the browser's own search finds it. */
const HEAD = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { margin: 0; font: 15px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1f2933; }
header, nav, footer { padding: 12px 16px; }
h1 { font-size: 1.25rem; margin: 0 0 4px; }
p { margin: 0 0 4px; }
nav ol { margin: 0; padding-left: 1.6em; columns: 16rem auto; }
a { color: #1a4f8b; }
.frame { overflow: auto; max-height: 92vh; border-top: 1px solid #c8d0d9; border-bottom: 1px solid #c8d0d9; }
table { border-collapse: separate; border-spacing: 0; }
th, td { border-right: 1px solid #dbe1e8; border-bottom: 1px solid #dbe1e8; padding: 6px 8px; vertical-align: top; text-align: left;
  overflow-wrap: anywhere; background: #fff; }
thead th { position: sticky; top: 0; z-index: 2; background: #e8eef5; min-width: 17rem; max-width: 24rem; }
tbody th { position: sticky; left: 0; z-index: 1; width: 5.5rem; min-width: 5.5rem; max-width: 5.5rem; background: #f4f6f9; font-weight: 600; }
thead th:first-child { left: 0; z-index: 3; width: 5.5rem; min-width: 5.5rem; max-width: 5.5rem; }
td { min-width: 17rem; max-width: 24rem; }
td p { margin: 0 0 4px; }
@media (max-width: 480px) { td, thead th { min-width: 13rem; max-width: 14rem; } tbody th, thead th:first-child { min-width: 4.2rem; max-width: 4.2rem; } }
@media print { .frame { overflow: visible; max-height: none; } th { position: static !important; } }
</style>`

/** Every applicant beside every other, forms side by side: a page to open from the exported folder, without a network. */
export function comparisonPage(papers: Papers): string {
  const { call, standing, composedAt, timezone } = papers
  const title = `${paperLine(call.title, 100)}：申报材料对照`
  const intro = `${timeIn(composedAt, timezone)}导出，${standing.length}个有效申报。查找请用浏览器的“在页面中查找”（Ctrl+F）。`
  return htmlText(html`<!doctype html>
<html lang="zh-CN">
<head>
<title>${title}</title>
${HEAD}
</head>
<body>
<header><h1>${title}</h1><p>${intro}</p></header>
<nav aria-label="目录"><ol>${standing.map((one, index) => html`<li><a href="#a${index + 1}">${nameOf(one)}</a></li>`)}</ol></nav>
<div class="frame" tabindex="0" role="region" aria-label="对照表">
<table>
<thead><tr><th scope="col">项目</th>${standing.map((one, index) => headCell(one, index, papers))}</tr></thead>
<tbody>
${rowsOf(papers).map(rowHtml)}</tbody>
</table>
</div>
<footer><p>含个人信息，请按规定保管。</p></footer>
</body>
</html>
`)
}

const nameOf = ({ applicant }: Standing): string => paperLine(applicant.shown, 80)

/** The name leads to the exported files of the version. */
function headCell(one: Standing, index: number, { call }: Papers): Html {
  const { version, message } = one
  const folder = [applicantFolder(call, one), version === null ? `邮件${message}` : `第${version}版-邮件${message}`]
  const href = `${folder.map(encodeURIComponent).join('/')}/`
  return html`<th scope="col" id="a${index + 1}">${nameOf(one)}<br><a href="${href}">材料</a></th>`
}

const rowHtml = ({ label, cells }: Row): Html => html`<tr><th scope="row">${label}</th>${cells.map(
  lines => html`<td>${lines.map(line => html`<p>${line}</p>`)}</td>`,
)}</tr>
`

function rowsOf(papers: Papers): readonly Row[] {
  const { call, standing, timezone } = papers
  const row = (label: string, of: (one: Standing) => readonly string[]): Row => ({ label, cells: standing.map(of) })
  const { fields, sections } = call.form
  return [
    row('受理编号', ({ number, version }) => [`${number}${version === null ? '' : `（第${version}版）`}`]),
    row('收到时间', ({ receivedAt }) => [receivedAt === null ? '待核实' : timeIn(receivedAt, timezone, 'second')]),
    ...Object.keys(fields).map(id => row(labelOf(call.form, id), one => said(one, id))),
    ...call.checks.map(({ id, title }) => row(typeset(title), one => checkLines(one, id))),
    ...Object.keys(sections).map(id => row(labelOf(call.form, id), one => said(one, id))),
    row('佐证材料', ({ evidence }) =>
      evidence.map(({ name, bytes }) => `${paperLine(name, 120)}（${formatSize(bytes)}）`),
    ),
    row('备注', ({ decision, notes }) =>
      [...decision.remarks.map(typeset), ...(decision.notes ?? []), ...notes].map(note => paperLine(note, 400)),
    ),
    row('未能归类', ({ decision }) =>
      (decision.form?.unplaced ?? []).flatMap(({ heading, text }) => paperLines(`${heading}\n${text}`)),
    ),
  ]
}

const said = ({ decision: { form } }: Standing, id: string): readonly string[] => paperLines(formValue(form, id) ?? '')

const checkLines = ({ checks }: Standing, id: string): readonly string[] =>
  checks.filter(check => check.id === id).flatMap(linesOf)

const linesOf = ({ verdict, person, note, evidence }: SettledCheck): readonly string[] => [
  person === null
    ? `系统：${VERDICT_NAMES[verdict]}`
    : `人工：${paperLine(`${personVerdict(person)}：${person.reason}`, 200)}（系统：${VERDICT_NAMES[verdict]}）`,
  paperLine(typeset(note), 300),
  ...evidence.slice(0, 5).map(quote => `“${paperLine(quote, 200)}”`),
]
