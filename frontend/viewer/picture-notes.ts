import { html, type TemplateResult } from 'lit';
import type { CornerstoneImage } from './cornerstone';
import { icon } from './icons';
import type { Messages } from './messages';

/** What a reader has to know to judge the picture, when it is not the stored frame itself. */
export function pictureNotes({ origin }: Pick<CornerstoneImage, 'origin'>, messages: Messages): string[] {
  switch (origin) {
    case undefined:
      return [];
    case 'decoded-by-server':
      return [messages.get('note.decodedByServer')];
    case 'rendered-by-server':
      return [messages.get('note.renderedByServer')];
  }
}

/** What a reader has to know about the stack: [] when it is complete. */
export function stackNotes(shown: number, omitted: number, messages: Messages): string[] {
  return omitted > 0 ? [messages.get('note.omitted', shown, shown + omitted)] : [];
}

/** A strip above the picture, so that it covers nothing of it. */
export function noteStrip(notes: readonly string[]): TemplateResult | '' {
  return notes.length > 0
    ? html`<div class="notes" role="status">${notes.map((note) => html`<p>${icon('warning')} ${note}</p>`)}</div>`
    : '';
}
