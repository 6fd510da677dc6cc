import type { FieldId } from '../form/description.ts'
import type { Form } from '../form/form.ts'

/** What a form says under a label; decisions on record from before forms had values have none. */
export const formValue = (form: Form | null, id: FieldId): string | null =>
  (form?.values as Form['values'] | undefined)?.[id] ?? null
