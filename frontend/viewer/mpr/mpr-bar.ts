import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons';
import type { Messages } from '../messages';
import { pointText, valueText } from './cross-lines';
import type { Mpr } from './mpr';
import type { PlaneCell } from './plane-cell';
import type { Projection, Slab } from './slab';

/** Thickness of a slab that is chosen first, and the thickest, in mm. */
const FIRST_MM = 10;
const MOST_MM = 60;

const PROJECTIONS: readonly Projection[] = ['mip', 'minip', 'mean'];

/** What can be done with the planes: which one is seen on a phone, the crosshairs, the slab, and the way back. */
export function mprBar(mpr: Mpr, onLeave: () => void, messages: Messages): TemplateResult {
  return html`
    <div class="mpr-bar" role="toolbar" aria-label=${messages.get('mpr.name')}>
      <div class="tabs" role="group" aria-label=${messages.get('mpr.planes')}>
        ${mpr.cells.map((cell) => tab(cell, mpr, messages))}
      </div>
      ${slabControls(mpr, messages)}
      <span class="place" role="status">${placeText(mpr)}</span>
      ${progress(mpr, messages)}
      <button class="tool" data-tool="mpr-leave" title="${messages.get('mpr.leave')} (M)"
        aria-label=${messages.get('mpr.leave')} @click=${onLeave}>${icon('close')}</button>
    </div>
  `;
}

function tab(cell: PlaneCell, mpr: Mpr, messages: Messages): TemplateResult {
  const isActive = cell === mpr.active;
  return html`
    <button class="tab" data-plane=${cell.name} aria-pressed=${isActive} @click=${() => mpr.activate(cell)}>
      ${messages.get(`mpr.${cell.name}`)}
    </button>
  `;
}

function slabControls(mpr: Mpr, messages: Messages): TemplateResult {
  const { thicknessMm, projection } = mpr.slab;
  const isSlab = thicknessMm > 0;
  const choose = (event: Event) => mpr.setSlab(slabOf((event.target as HTMLSelectElement).value, mpr.slab));
  return html`
    <label class="slab">
      <span class="visually-hidden">${messages.get('mpr.projection')}</span>
      <select class="choice" data-choice="projection" title=${messages.get('mpr.projection')} @change=${choose}>
        <option value="plane" ?selected=${!isSlab}>${messages.get('mpr.plane')}</option>
        ${PROJECTIONS.map(
          (each) => html`
            <option value=${each} ?selected=${isSlab && each === projection}>${messages.get(`mpr.${each}`)}</option>
          `,
        )}
      </select>
    </label>
    ${isSlab ? thickness(mpr, messages) : nothing}
  `;
}

function slabOf(choice: string, before: Slab): Slab {
  return choice === 'plane'
    ? { ...before, thicknessMm: 0 }
    : { thicknessMm: before.thicknessMm || FIRST_MM, projection: choice as Projection };
}

function thickness(mpr: Mpr, messages: Messages): TemplateResult {
  const { slab } = mpr;
  const text = messages.get('mpr.thickness.mm', slab.thicknessMm);
  const change = (event: Event) =>
    mpr.setSlab({ ...slab, thicknessMm: Number((event.target as HTMLInputElement).value) });
  return html`
    <input
      type="range"
      data-choice="thickness"
      min="1"
      max=${MOST_MM}
      .value=${String(slab.thicknessMm)}
      title=${messages.get('mpr.thickness')}
      aria-label=${messages.get('mpr.thickness')}
      aria-valuetext=${text}
      @input=${change}
    />
    <span class="millimetres">${text}</span>
  `;
}

function placeText(mpr: Mpr): string {
  const { value } = mpr;
  const reading = value === undefined ? '' : valueText(value, mpr.valueUnit.name);
  return [`${pointText(mpr)} mm`, reading].filter(Boolean).join('  ·  ');
}

function progress(mpr: Mpr, messages: Messages): TemplateResult | typeof nothing {
  const done = mpr.loaded + mpr.failed;
  return done < mpr.sliceCount
    ? html`<span class="loading" role="status">
        <progress max=${mpr.sliceCount} value=${done} aria-label=${messages.get('mpr.loading')}></progress>
        ${messages.get('mpr.loaded', done, mpr.sliceCount)}
      </span>`
    : nothing;
}
