const DAY = 86_400_000

/** Five days from now, at 10:00 Beijing time: the mail server of the demo stamps today's date. */
export const demoDeadline = (now = new Date()): Date => {
  const inFiveDays = new Date(now.getTime() + 5 * DAY).toISOString().slice(0, 10)
  return new Date(`${inFiveDays}T10:00:00+08:00`)
}
