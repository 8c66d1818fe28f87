import { html, type TemplateResult } from 'lit';
import type { ReportMessages } from './report-messages';
import type { TextPart } from './text-difference';

/** Which side of two texts is shown: 'before' leaves out what was added, 'after' what was removed. */
export type Side = 'before' | 'after';

/** A text with its changes marked by line and colour, and told to those who cannot see them. */
export function differenceView(parts: readonly TextPart[], side: Side, messages: ReportMessages): TemplateResult {
  const left = side === 'before' ? 'added' : 'removed';
  return html`<p class="text" dir="auto">${parts.filter(({ kind }) => kind !== left).map((part) => partView(part, messages))}</p>`;
}

// No space may come between the parts and their marks: the text keeps its lines.
function partView({ kind, text }: TextPart, messages: ReportMessages): TemplateResult | string {
  switch (kind) {
    case 'same':
      return text;
    case 'added':
      return html`<ins><span class="unseen">[${messages.get('versions.added')}: </span>${text}<span class="unseen">]</span></ins>`;
    case 'removed':
      return html`<del><span class="unseen">[${messages.get('versions.removed')}: </span>${text}<span class="unseen">]</span></del>`;
  }
}
