import { listed } from './listed.ts'

/** What is said when a letter came. */
export const ACKNOWLEDGING = listed(`
  邮件已收到 回复已收到 通知已收到 已经收到 已收到 收到 收悉 已收悉 已收 已阅知 已阅 阅 已知悉 知悉 已知晓 知晓 已了解 了解 知道了 知道 明白了 明白
  好的 好 嗯 行 可以 没问题 ok okay thanks roger 谢谢 感谢 多谢 谢 辛苦了 辛苦 麻烦了 给您添麻烦了 给您添乱了 打扰了 got it noted received acknowledged understood sure with thank you so much very many
`)
