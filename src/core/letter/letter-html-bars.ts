import { type Html, html } from '../text/html.ts'
import type { Bar, Block } from './letter.ts'

const GOOD = '#2da44e'
const OTHER = '#d4a72c'
/** Of the widest bar, in hundredths of the room for bars: the count stands behind it. */
const ROOM = 80

const SMALL = 'font-size:12px;line-height:16px;color:#656d76;white-space:nowrap'

/** Mail clients show coloured cells, neither images nor scripts: a width in percent, and a colour in the old way for Outlook. */
const piece = (share: number, colour: string): Html =>
  share === 0
    ? html``
    : html`<td width="${share}%" bgcolor="${colour}" style="width:${share}%;background:${colour};font-size:1px;line-height:12px;height:12px">&nbsp;</td>`

const barHtml = ({ label, good, other, mark }: Bar, most: number): Html => {
  const share = (count: number) => Math.round((count * ROOM) / most)
  const rest = 100 - share(good) - share(other)
  return html`
<tr><td width="44" style="width:44px;padding:2px 8px 2px 0;text-align:right;${SMALL}">${label}</td><td style="padding:2px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;table-layout:fixed"><tr>${piece(share(good), GOOD)}${piece(share(other), OTHER)}<td width="${rest}%" style="width:${rest}%;padding:0 0 0 ${good + other > 0 ? 6 : 0}px;${SMALL}">${good + other > 0 ? String(good + other) : ''}</td></tr></table></td><td width="64" style="width:64px;padding:2px 0 2px 6px;text-align:right;${SMALL}">${mark === undefined ? '' : html`<b style="color:#b35900">${mark}</b>`}</td></tr>`
}

const key = (name: string, colour: string): Html => html`<span style="color:${colour}">■</span> ${name}&nbsp;&nbsp;`

/** A picture of numbers made of table cells. */
export const barsHtml = ({ bars, good, other }: Extract<Block, { kind: 'bars' }>): Html => {
  const most = Math.max(5, ...bars.map(bar => bar.good + bar.other))
  return html`
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:0 0 4px">${bars.map(bar => barHtml(bar, most))}</table>
<p style="margin:0 0 12px 52px;${SMALL}">${key(good, GOOD)}${key(other, OTHER)}</p>`
}
