/**
 * A sentence with the room it needs at its place: apart from what stands before and behind it.
 *
 * @param from start of what is replaced, the cursor where nothing is selected
 */
export function spaced(text: string, from: number, to: number, words: string): string {
  const before = from > 0 && !/[\s([]$/u.test(text.slice(0, from)) ? ' ' : '';
  const after = to < text.length && !/^[\s.,;:)\]]/u.test(text.slice(to)) ? ' ' : '';
  return before + words + after;
}

/** Types into a field as by hand, so that the browser can take it back (Ctrl+Z). */
export function typeInto(field: HTMLTextAreaElement, from: number, to: number, words: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Deprecated without a successor: nothing else keeps the history of a field.
  if (!document.execCommand('insertText', false, words)) {
    field.setRangeText(words, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}
