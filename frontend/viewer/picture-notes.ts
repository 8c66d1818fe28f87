import { html, type TemplateResult } from 'lit';
import { items } from './dicom-json';
import type { Frame } from './frame';
import { icon } from './icons';
import type { Messages } from './messages';
import { Tag } from './tags';

/** What a reader has to know to judge the picture, since the file asks for more than is done to it. */
export function pictureNotes(frame: Frame, messages: Messages): string[] {
  const { attributes, pixels, voiFunction } = frame;
  if (!pixels.photometricInterpretation.startsWith('MONOCHROME')) {
    return [];
  }
  const has = (sequence: string) => items(attributes, sequence).length > 0;
  return [
    has(Tag.ModalityLUTSequence) ? messages.get('note.modalityTable') : '',
    has(Tag.VOILUTSequence) ? messages.get('note.voiTable') : '',
    voiFunction === 'SIGMOID' ? messages.get('note.sigmoid') : '',
  ].filter(Boolean);
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
