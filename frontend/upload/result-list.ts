import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Fate } from './fate';
import type { UploadMessages } from './upload-messages';

/** Heights of a row, in CSS pixels: on a phone paths and reasons need more lines. The style sheet says which is used. */
const ROW = 56;
const ROW_OF_PHONE = 108;
const BEYOND = 8;

/** Only the rows in sight are elements: there may be 50,000. */
export function resultList(
  fates: readonly Fate[],
  top: number,
  height: number,
  messages: UploadMessages,
  onScroll: (event: Event) => void,
): TemplateResult {
  const rowHeight = matchMedia('(max-width: 599px)').matches ? ROW_OF_PHONE : ROW;
  const first = Math.max(0, Math.floor(top / rowHeight) - BEYOND);
  const shown = fates.slice(first, Math.ceil((top + height) / rowHeight) + BEYOND);
  if (fates.length === 0) {
    return html`<p class="advice">${messages.get('results.none')}</p>`;
  }
  return html`
    <div class="results" tabindex="0" role="list" aria-label=${messages.get('results.name')} @scroll=${onScroll}>
      <div role="presentation" style=${styleMap({ height: `${fates.length * rowHeight}px`, position: 'relative' })}>
        ${shown.map((fate, place) => row(fate, first + place, rowHeight, fates.length, messages))}
      </div>
    </div>
  `;
}

function row(fate: Fate, place: number, height: number, count: number, messages: UploadMessages): TemplateResult {
  const why = whyOf(fate, messages);
  return html`
    <div class="result" role="listitem" aria-posinset=${place + 1} aria-setsize=${count} style=${styleMap({ top: `${place * height}px` })}>
      <span class="state ${fate.outcome}">${messages.get(`outcome.${fate.outcome}`)}</span>
      <span class="which">
        <bdi class="path" title=${fate.path}>${fate.path}</bdi>
        ${why ? html`<span class="why" title=${why}>${why}</span>` : nothing}
      </span>
    </div>
  `;
}

function whyOf(fate: Fate, messages: UploadMessages): string {
  switch (fate.outcome) {
    case 'IMPORTED':
      return '';
    case 'DUPLICATE':
    case 'QUARANTINED':
      return messages.get(`why.${fate.outcome}`);
    case 'REFUSED':
      return fate.reason;
  }
}
