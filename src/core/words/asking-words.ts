import { listed } from './listed.ts'

/** How somebody says that he asks. */
export const SAYS_ASKING = listed('请问 请教 想问 想咨询 咨询一下 问一下 问下 想了解 想确认')
/** What is asked to be answered with yes or no. */
export const ASKS_WHETHER = listed('能否 可否 能不能 可不可以 是不是 要不要 需不需要 用不用 有没有')
/** Behind 是否 these ask; others only doubt. */
export const ASKED_OF_IT = listed('可以 需要 必须 应 要 能 已 仍 还')
/** What is asked for. */
export const ASKS_WHAT = listed('什么时候 何时 怎么 怎样 如何 哪里 哪个 多少')
/** What somebody lacks to apply with, or wants to have once more. */
export const NEEDS = listed('打不开 点不开 打开不了 下载 下不了 找不到 没找到 看不到 看不了 没看到 再发我 发我')
