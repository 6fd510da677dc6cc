/** As clients and people write them, with or without a scheme; Chinese letters and marks end one. */
const LINK = /(?:(?:https?|ftp):\/\/|www\.|[a-z\d.-]{1,100}\.[a-z]{2,8}\/)[^\s\p{Script=Han}，。；、（）]*/giu

/** A text whose links are named as such: their marks («?», «=») belong to no sentence. */
export const withoutLinks = (text: string): string => text.replace(LINK, '（链接）')
