import { expect, test } from 'vitest'
import { plainText } from '../../../src/core/document/document.ts'
import { readHtml } from '../../../src/documents/notice/html.ts'

const linesOf = (page: string): string[] => plainText(readHtml(page).blocks).split('\n')

test('a notice is read where its site puts the whole page into a form, without what is to be typed or pressed in it', () => {
  const page = `<form name="_newscontent_fromname"><h3>关于申报青年项目的通知</h3>
    <input value="搜索"><label>用户名</label><button>登录</button><select><option>全部</option></select>
    <div class="v_news_content"><p>各学院：</p><p>请于<span>2025</span>年9月26日17:00前报送。</p></div></form>`
  expect(linesOf(page)).toEqual(['关于申报青年项目的通知', '各学院：', '请于2025年9月26日17:00前报送。'])
})

test('what a page of WeChat prints around a notice is left out', () => {
  const page = `<div id="js_content"><p>点击上方蓝字关注我们</p><p>关于申报课题的通知</p><p>党建研究会</p><p>2025年4月2日</p>
    <p>END</p><p>编辑：小海　审核：沈月</p></div><div>阅读原文</div><div>阅读 1233　赞 15　在看 8</div>`
  expect(linesOf(page)).toEqual(['关于申报课题的通知', '党建研究会', '2025年4月2日'])
})
