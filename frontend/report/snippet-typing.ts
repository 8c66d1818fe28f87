import { typeInto } from './insertion';
import type { Snippet } from './report';
import { expansionAt } from './snippets';

/** Space and Tab after a short word put its text in its place; a space stays a space. */
export function onSnippetKey(event: KeyboardEvent, snippets: readonly Snippet[]): void {
  const field = event.target as HTMLTextAreaElement;
  const isAsked = (event.key === ' ' || event.key === 'Tab') && !event.shiftKey && !event.ctrlKey && !event.isComposing;
  if (isAsked && field.selectionStart === field.selectionEnd) {
    const found = expansionAt(field.value, field.selectionStart, snippets);
    if (found) {
      event.preventDefault();
      typeInto(field, found.from, found.to, found.text + (event.key === ' ' ? ' ' : ''));
    }
  }
}
