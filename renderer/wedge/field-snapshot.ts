type TextField = HTMLInputElement | HTMLTextAreaElement

/** A text field as it was before a scanner typed into it. */
export type FieldSnapshot = { readonly restore: () => void }

export function isPasswordField(element: Element | null): boolean {
  return element instanceof HTMLInputElement && element.type === 'password'
}

function isTextField(element: Element | null): element is TextField {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

function setValue(field: TextField, value: string): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  // React replaces the element's own setter, and would not notice a value that went through it
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Remembers the focused text field's content; undefined when no text field has the focus. */
export function snapshotOf(element: Element | null): FieldSnapshot | undefined {
  if (!isTextField(element)) return undefined
  const { value, selectionStart, selectionEnd } = element
  return {
    restore: () => {
      if (element.value === value) return
      setValue(element, value)
      if (selectionStart !== null) element.setSelectionRange(selectionStart, selectionEnd)
    },
  }
}
