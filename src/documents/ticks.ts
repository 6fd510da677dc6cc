/** Every ballot box to ☑ or □ (a crossed box is Word's own way of ticking one); √, ✓ and ■ are left as typed. */
export const unifyTicks = (text: string): string => text.replace(/[☑☒🗹🗷🗵⮽⮾]/gu, '☑').replace(/[☐□◻▢❏❐❑❒🞎🞏🞐🞑]/gu, '□')
