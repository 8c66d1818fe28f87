import { html, type TemplateResult } from 'lit';
import { curveOf } from '../display-lut';
import type { ValueUnit } from '../value-unit';
import type { Viewport } from '../viewport';
import { cornerstoneVoi } from '../window-presets';
import { paletteGradient } from './colour-palettes';
import { greyBelow, type Enhancement } from './enhancement';

/** Which colour means which value; nothing for greys, or while there is no window to tell it. */
export function colourBar(viewport: Viewport, enhancement: Enhancement, unit: ValueUnit): TemplateResult | '' {
  const range = enhancement.palette === 'grey' ? undefined : shownRange(viewport, enhancement);
  if (!range) {
    return '';
  }
  const [low, high] = [range.low * unit.factor, range.high * unit.factor];
  const marks = [high, (low + high) / 2, low].map((value) => figures(value, Math.abs(high - low)));
  // Assigned through the property, which a strict style-src allows and an attribute would not be.
  const gradient = `background: ${paletteGradient(enhancement.palette, viewport.isInverted ? 'to bottom' : 'to top')}`;
  return html`
    <div class="colour-bar" aria-hidden="true">
      <span class="unit">${unit.name}</span>
      <div class="scale">${marks.map((mark) => html`<span>${mark}</span>`)}</div>
      <div class="colours" .style=${gradient}></div>
    </div>
  `;
}

/** The values that have the colours at the ends of the palette: those of the window, brightness and contrast. */
function shownRange(viewport: Viewport, enhancement: Enhancement): { low: number; high: number } | undefined {
  const { frame, image, windowing } = viewport;
  const curve = frame && image && curveOf(frame, image);
  if (!windowing || !curve || curve === 'SIGMOID') {
    return undefined;
  }
  const { windowCenter, windowWidth } = cornerstoneVoi(windowing, curve);
  // Edges are differences: they have no level, and the widest of the window is white.
  const black = enhancement.filter === 'edges' ? 0 : windowCenter - windowWidth / 2;
  const valueOf = (shown: number) => black + (greyBelow(shown, enhancement) / 255) * windowWidth;
  return { low: valueOf(0), high: valueOf(255) };
}

/** As many decimals as tell the ends of the window apart. */
function figures(value: number, width: number): string {
  const decimals = width >= 10 ? 0 : Math.min(4, Math.max(0, Math.ceil(1 - Math.log10(width / 10))));
  return (Number(value.toFixed(decimals)) || 0).toFixed(decimals);
}
