import { type Html, html, htmlText } from '../text/html.ts'
import type { Block, Column, Fact, Item, Letter, Link, Tone } from './letter.ts'
import { barsHtml } from './letter-html-bars.ts'

const FONT = 'font-family:-apple-system,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif'
const TEXT = 'font-size:15px;line-height:1.7;color:#1f2328'
const LABEL =
  'width:60px;padding:3px 12px 3px 0;color:#656d76;font-size:14px;line-height:1.6;white-space:nowrap;vertical-align:top'
const VALUE = 'padding:3px 0;font-size:15px;line-height:1.6;color:#1f2328;vertical-align:top;word-break:break-word'
const EXACT = 'font-family:Menlo,Consolas,monospace;font-size:13px;word-break:break-all'
const LINK = 'color:#0b57d0;white-space:nowrap'
const CELL =
  'padding:6px 8px 6px 0;border-bottom:1px solid #e4e7eb;font-size:13px;line-height:1.5;text-align:left;vertical-align:top'
const COPY =
  'margin:0;padding:10px 12px;border:1px dashed #8c959f;background:#f6f8fa;font-size:15px;line-height:1.6;word-break:break-all;-webkit-user-select:all;user-select:all'

const COLOURS: Readonly<Record<Tone, { readonly line: string; readonly ground: string }>> = {
  done: { line: '#1a7f37', ground: '#eaf6ec' },
  act: { line: '#b35900', ground: '#fff4e5' },
  final: { line: '#b42318', ground: '#fdeceb' },
  plain: { line: '#3b5b8c', ground: '#eef3fa' },
}

/** A hash or a command. */
const isForMachines = (value: string): boolean => /^[0-9a-f]{16,}$|^shenbao /.test(value)

const linkHtml = ({ text, href }: Link, index: number): Html =>
  html`${index === 0 ? '' : ' ｜ '}<a href="${href}" style="${LINK}">${text}</a>`

const factHtml = ({ label, value, exact, links = [] }: Fact): Html => html`
<tr><td width="72" style="${LABEL}">${label}</td><td style="${VALUE}${exact && isForMachines(value) ? `;${EXACT}` : ''}">${links.length === 0 ? value : html`${links.map(linkHtml)}`}</td></tr>`

const factsHtml = (facts: readonly Fact[]): Html => html`
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:0 0 12px">${facts.map(factHtml)}</table>`

const itemHtml = (number: string, { title, facts }: Item): Html => html`
<p style="margin:0 0 2px;${TEXT};font-weight:600;word-break:break-word">${number}${title}</p>${factsHtml(facts)}`

const rowHtml = (row: readonly string[]): Html => html`
<tr>${row.map((cell, index) => html`<td style="${CELL}${index > 0 ? ';white-space:nowrap' : ';word-break:break-word'}">${cell}</td>`)}</tr>`

const tableHtml = (columns: readonly Column[], rows: readonly (readonly string[])[]): Html => html`
<table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:0 0 12px"><tr>${columns.map(
  ({ title }) => html`<th style="${CELL};color:#656d76;font-weight:400;white-space:nowrap">${title}</th>`,
)}</tr>${rows.map(rowHtml)}</table>`

const blockHtml = (block: Block): Html => {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="margin:0 0 12px;${TEXT}">${block.text}</p>`
    case 'part':
      return html`<h1 style="margin:24px 0 8px;padding:14px 0 0;border-top:2px solid #d8dee4;font-size:18px;line-height:1.5;color:#1f2328">${block.text}</h1>`
    case 'heading':
      return html`<h2 style="margin:20px 0 8px;font-size:16px;line-height:1.5;color:#1f2328">${block.text}</h2>`
    case 'facts':
      return factsHtml(block.facts)
    case 'items':
      return html`${block.items.map((item, index) => itemHtml(block.unnumbered ? '' : `${index + 1}. `, item))}`
    case 'list':
      return html`<ul style="margin:0 0 12px;padding:0 0 0 20px;${TEXT}">${block.lines.map(line => html`<li>${line}</li>`)}</ul>`
    case 'copy':
      return html`<p style="margin:0 0 4px;font-size:14px;color:#656d76">${block.label}</p><p style="${COPY};margin-bottom:12px">${block.value}</p>`
    case 'passage':
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 12px"><tr><td style="${COPY}">${block.lines.map(line => html`<p style="margin:0 0 6px">${line}</p>`)}</td></tr></table>`
    case 'bars':
      return barsHtml(block)
    case 'table':
      return tableHtml(block.columns, block.rows)
    default:
      return block satisfies never
  }
}

const leadHtml = (lead: string, { line, ground }: { readonly line: string; readonly ground: string }): Html => html`
<p style="margin:0 0 16px;padding:12px 14px;border-left:4px solid ${line};background:${ground};font-size:17px;line-height:1.6;font-weight:600;color:#1f2328;text-wrap:pretty">${lead}</p>`

const bodyHtml = ({ tone, greeting, lead, blocks, signature }: Letter): Html => html`
${greeting === null ? '' : html`<p style="margin:0 0 10px;${TEXT}">${greeting}</p>`}${leadHtml(lead, COLOURS[tone])}${blocks.map(blockHtml)}
<p style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid #d8dee4;font-size:13px;line-height:1.7;color:#656d76">${signature.map(line => html`${line}<br>`)}</p>`

/** The letter as an HTML page: tables and inline styles only, nothing fetched from anywhere, from 320 px up. */
export const letterHtml = (letter: Letter, title: string): string =>
  htmlText(html`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title></head>
<body style="margin:0;padding:0;background:#ffffff;${FONT}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px"><tr><td style="text-align:left;${FONT}">${bodyHtml(letter)}</td></tr></table>
</td></tr></table></body></html>
`)
