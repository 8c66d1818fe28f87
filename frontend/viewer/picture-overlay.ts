import { html, nothing, type TemplateResult } from 'lit';
import type { CornerTexts } from './corner-texts';
import type { EdgeLetters } from './orientation-letters';

/** Corner texts and orientation letters over the picture; they let the mouse through. */
export function pictureOverlay(corners: CornerTexts, letters: EdgeLetters): TemplateResult {
  return html`
    <div class="overlay">
      ${corner('top left', corners.topLeft)} ${corner('top right', corners.topRight)}
      ${corner('bottom left', corners.bottomLeft)} ${corner('bottom right', corners.bottomRight)}
      ${Object.entries(letters).map(edgeLetter)}
    </div>
  `;
}

function edgeLetter([edge, letter]: [string, string]): TemplateResult | typeof nothing {
  return letter ? html`<span class="edge ${edge}">${letter}</span>` : nothing;
}

function corner(place: string, lines: readonly string[]): TemplateResult {
  return html`<div class="corner ${place}">${lines.map((line) => html`<div>${line}</div>`)}</div>`;
}
