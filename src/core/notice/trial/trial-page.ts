import { type Html, html, htmlText } from '../../text/html.ts'
import type { TriedMail, TriedRow } from './tried-mail.ts'

/** Nothing is fetched and nothing runs: the page says everything by itself. */
const HEAD = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { margin: 0; font: 15px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1f2933; }
header, footer { padding: 12px 16px; }
h1 { font-size: 1.25rem; margin: 0 0 4px; }
h2 { font-size: 1.05rem; margin: 0 0 6px; }
.letters { display: flex; gap: 12px; align-items: flex-start; overflow-x: auto; padding: 0 16px 12px; }
article { flex: 0 0 37rem; max-width: 88vw; border: 1px solid #c8d0d9; padding: 10px 12px; box-sizing: border-box; }
dl { margin: 0 0 8px; display: grid; grid-template-columns: max-content 1fr; gap: 2px 10px; }
dt { color: #5b6770; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { margin: 0; padding-top: 8px; border-top: 1px solid #dbe1e8; font: inherit; font-size: 14px; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { .letters { flex-wrap: wrap; } }
</style>`

/** The mails of a trial and their letters side by side: a page to open without a network. */
export function trialPage(title: string, mails: readonly TriedMail[], cautions: readonly string[]): string {
  return htmlText(html`<!doctype html>
<html lang="zh-CN">
<head>
<title>${title}：试用</title>
${HEAD}
</head>
<body>
<header><h1>${title}：试用</h1><p>以下邮件系为本通知生成，未登记、未发送。</p></header>
<div class="letters" tabindex="0" role="region" aria-label="试用邮件与答复">
${mails.map(article)}</div>
<footer><h2>需要留意</h2>${cautions.length === 0 ? html`<p>没有发现问题</p>` : html`<ol>${cautions.map(one => html`<li>${one}</li>`)}</ol>`}</footer>
</body>
</html>
`)
}

const article = ({ name, subject, rows, letter }: TriedMail): Html => html`<article><h2>${name}</h2>
<dl><dt>主题</dt><dd>${subject}</dd><dt>附件</dt><dd>${rows[0]?.files ?? ''}</dd></dl>
${rows.map(rowHtml)}
<pre>${letter === null ? '不答复' : `${letter.subject}\n\n${letter.text}`}</pre></article>
`

const rowHtml = ({ applicant, outcome, problems, checks }: TriedRow): Html =>
  html`<dl><dt>申报人</dt><dd>${applicant}</dd><dt>认定</dt><dd>${outcome}</dd><dt>问题</dt><dd>${problems}</dd><dt>条件</dt><dd>${checks}</dd></dl>`
