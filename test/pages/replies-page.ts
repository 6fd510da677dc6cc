import type { Example } from './examples.ts'

/** `docs/replies.zh-CN.md`: each reply as plain text. */
export const repliesPage = (examples: readonly Example[]): string => `# 答复邮件示例

以下答复均由系统实际生成，供学院党委审阅用语。由\`npm run docs:replies\`生成，请勿手工修改；测试会核对本页与系统实际答复是否一致。
申报支部和人员均为虚构。每封答复另有内容相同的HTML版。

${examples.map(({ title }, index) => `${index + 1}. ${title}`).join('\n')}
${examples.map(exampleText).join('')}`

const exampleText = ({ title, mail }: Example, index: number): string => `
## ${index + 1}. ${title}

主题：\`${mail.subject}\`

\`\`\`text
${mail.text.trim()}
\`\`\`
`
