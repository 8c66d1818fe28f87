import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from '../icons';
import { focusFirst, moveFocus } from '../menu-keys';
import type { Messages } from '../messages';
import { PALETTE_NAMES, paletteGradient, type PaletteName } from './colour-palettes';

/** In which colours the values are shown, and what can be asked of it. */
export interface PaletteMenuModel {
  readonly isOpen: boolean;
  /** Whether there is a grey picture to colour. */
  readonly isUseful: boolean;
  readonly palette: PaletteName;
  readonly onToggle: () => void;
  readonly onPalette: (palette: PaletteName) => void;
}

/** A button that opens the pseudo-colours, each with its colours; it is lit while one is in use. */
export function paletteMenu(model: PaletteMenuModel, messages: Messages): TemplateResult {
  const label = messages.get('palette.action');
  return html`
    <div class="menu-anchor">
      <button
        class="tool ${model.palette === 'grey' ? '' : 'lit'}"
        data-tool="palette"
        title=${label}
        aria-label=${label}
        aria-haspopup="menu"
        aria-expanded=${model.isOpen}
        ?disabled=${!model.isUseful}
        @click=${model.onToggle}
      >
        ${icon('palette')}
      </button>
      ${
        model.isOpen && model.isUseful
          ? html`<div class="menu" role="menu" aria-label=${label} @keydown=${moveFocus} ${ref(focusFirst)}>
              ${PALETTE_NAMES.map((name) => item(name, model, messages))}
            </div>`
          : nothing
      }
    </div>
  `;
}

function item(name: PaletteName, { palette, onPalette }: PaletteMenuModel, messages: Messages): TemplateResult {
  // Assigned through the property, which a strict style-src allows and an attribute would not be.
  const gradient = `background: ${paletteGradient(name, 'to right')}`;
  return html`
    <button
      class="menu-item switch"
      role="menuitemradio"
      aria-checked=${name === palette}
      data-palette=${name}
      @click=${() => onPalette(name)}
    >
      <span>${messages.get(`palette.${name}`)}</span><span class="swatch" .style=${gradient}></span>
    </button>
  `;
}
