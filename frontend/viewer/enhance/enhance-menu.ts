import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from '../icons';
import { focusFirst, moveFocus } from '../menu-keys';
import type { Messages } from '../messages';
import { FILTER_NAMES, isFiltered, MOST_CHANGE, MOST_STRENGTH, PLAIN } from './enhancement';
import type { Enhancement, FilterName } from './enhancement';

/** How the picture is enhanced, and what can be asked of it. */
export interface EnhanceMenuModel {
  readonly isOpen: boolean;
  /** Whether there is a grey picture to work on. */
  readonly isUseful: boolean;
  readonly enhancement: Enhancement;
  readonly onToggle: () => void;
  readonly onChange: (enhancement: Enhancement) => void;
}

/** A button that opens the filters, brightness and contrast; it is lit while the picture is not as in the file. */
export function enhanceMenu(model: EnhanceMenuModel, messages: Messages): TemplateResult {
  const label = messages.get('enhance.action');
  return html`
    <div class="menu-anchor">
      <button
        class="tool ${isFiltered(model.enhancement) ? 'lit' : ''}"
        data-tool="enhance"
        title=${label}
        aria-label=${label}
        aria-haspopup="dialog"
        aria-expanded=${model.isOpen}
        ?disabled=${!model.isUseful}
        @click=${model.onToggle}
      >
        ${icon('enhance')}
      </button>
      ${model.isOpen && model.isUseful ? panel(model, label, messages) : nothing}
    </div>
  `;
}

function panel({ enhancement, onChange }: EnhanceMenuModel, label: string, messages: Messages): TemplateResult {
  const { palette } = enhancement;
  return html`
    <div class="menu enhance" role="dialog" aria-label=${label} @keydown=${onKey} ${ref(focusFirst)}>
      <div role="radiogroup" aria-label=${messages.get('enhance.filter')}>
        ${FILTER_NAMES.map((filter) => filterItem(filter, enhancement, onChange, messages))}
      </div>
      <hr />
      ${
        enhancement.filter === 'none'
          ? nothing
          : slider('strength', 1, MOST_STRENGTH, 1, enhancement, onChange, messages)
      }
      ${slider('brightness', -MOST_CHANGE, MOST_CHANGE, 5, enhancement, onChange, messages)}
      ${slider('contrast', -MOST_CHANGE, MOST_CHANGE, 5, enhancement, onChange, messages)}
      <button
        class="menu-item"
        data-enhance="reset"
        ?disabled=${!isFiltered(enhancement)}
        @click=${() => onChange({ ...PLAIN, palette })}
      >
        <span>${messages.get('enhance.reset')}</span>
      </button>
    </div>
  `;
}

function filterItem(
  filter: FilterName,
  enhancement: Enhancement,
  onChange: EnhanceMenuModel['onChange'],
  messages: Messages,
): TemplateResult {
  const isChosen = filter === enhancement.filter;
  return html`
    <button
      class="menu-item switch"
      role="radio"
      aria-checked=${isChosen}
      data-filter=${filter}
      @click=${() => onChange({ ...enhancement, filter })}
    >
      <span>${messages.get(`enhance.${filter}`)}</span><span class="mark">${isChosen ? icon('check') : nothing}</span>
    </button>
  `;
}

function slider(
  what: 'strength' | 'brightness' | 'contrast',
  min: number,
  max: number,
  step: number,
  enhancement: Enhancement,
  onChange: EnhanceMenuModel['onChange'],
  messages: Messages,
): TemplateResult {
  const change = (event: Event) =>
    onChange({ ...enhancement, [what]: Number((event.target as HTMLInputElement).value) });
  return html`
    <label class="slider">
      <span>${messages.get(`enhance.${what}`)}</span>
      <input
        type="range"
        min=${min}
        max=${max}
        step=${step}
        data-enhance=${what}
        .value=${String(enhancement[what])}
        @input=${change}
      />
      <span class="numbers">${enhancement[what]}</span>
    </label>
  `;
}

/** Arrow keys move a slider; elsewhere they walk through the items. */
function onKey(event: KeyboardEvent): void {
  const isSlider = event.composedPath()[0] instanceof HTMLInputElement;
  if (isSlider && event.key !== 'Escape') {
    event.stopPropagation();
  } else {
    moveFocus(event);
  }
}
