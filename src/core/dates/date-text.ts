/** A date of the form's JSON as people write it: `2021-09/2022-08` is 2021年9月至2022年8月; anything else stays as it is. */
export const dateText = (date: string): string =>
  date
    .split('/')
    .map(one => one.replace(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/, chinese))
    .join('至')

const chinese = (_: string, year: string, month?: string, day?: string): string =>
  `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
