import { html, type TemplateResult } from 'lit';
import type { Windowing } from '../window-presets';
import { paletteGradient, type PaletteName } from './colour-palettes';

/** Which colour means which value; nothing for greys, or while there is no window to tell it. */
export function colourBar(
  palette: PaletteName,
  windowing: Windowing | undefined,
  unit: string,
  isInverted: boolean,
): TemplateResult | '' {
  if (palette === 'grey' || !windowing) {
    return '';
  }
  const { center, width } = windowing;
  const [low, middle, high] = [center - width / 2, center, center + width / 2].map((value) => shown(value, width));
  // Assigned through the property, which a strict style-src allows and an attribute would not be.
  const gradient = `background: ${paletteGradient(palette, isInverted ? 'to bottom' : 'to top')}`;
  return html`
    <div class="colour-bar" aria-hidden="true">
      <span class="unit">${unit}</span>
      <div class="scale"><span>${high}</span><span>${middle}</span><span>${low}</span></div>
      <div class="colours" .style=${gradient}></div>
    </div>
  `;
}

/** As many decimals as tell the ends of the window apart. */
function shown(value: number, width: number): string {
  const decimals = Math.min(4, Math.max(0, Math.ceil(1 - Math.log10(width / 10))));
  return value.toFixed(width >= 10 ? 0 : decimals);
}
