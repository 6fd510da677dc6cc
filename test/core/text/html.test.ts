import { expect, test } from 'vitest'
import { html, htmlText } from '../../../src/core/text/html.ts'

test('text can’t become markup, in text or in an attribute', () => {
  const name = `<script>alert("1")</script> & 'x'`
  expect(htmlText(html`<p title="${name}">${name}</p>`)).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">' +
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
  )
})

test('markup passes, alone and in lists', () => {
  const items = ['<a>', 'b'].map(item => html`<li>${item}</li>`)
  expect(htmlText(html`<ul>${items}</ul>${html`<hr>`}${3}`)).toBe('<ul><li>&lt;a&gt;</li><li>b</li></ul><hr>3')
})

test('an object that only looks like markup from outside is no markup', () => {
  expect(htmlText(html`${JSON.stringify({ markup: '<b>' })}`)).toBe('{&quot;markup&quot;:&quot;&lt;b&gt;&quot;}')
})
