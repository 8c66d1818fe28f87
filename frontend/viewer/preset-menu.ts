import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from './icons';
import { focusFirst, moveFocus } from './menu-keys';
import type { Messages } from './messages';
import type { ToolbarModel } from './toolbar';
import { isSameWindow, type WindowPreset } from './window-presets';

/** A button that opens the list of window presets; those with a place up to 9 have a number key. */
export function presetMenu(model: ToolbarModel, messages: Messages): TemplateResult {
  const isOpen = model.openMenu === 'presets';
  const label = messages.get('action.presets');
  return html`
    <div class="menu-anchor">
      <button
        class="tool"
        data-tool="presets"
        title=${label}
        aria-label=${label}
        aria-haspopup="menu"
        aria-expanded=${isOpen}
        ?disabled=${!model.isReady || model.presets.length === 0}
        @click=${() => model.onMenu(isOpen ? undefined : 'presets')}
      >
        ${icon('presets')}
      </button>
      ${
        isOpen
          ? html`<div class="menu" role="menu" aria-label=${label} @keydown=${moveFocus} ${ref(focusFirst)}>
            ${model.presets.map((preset, place) => item(preset, place, model, messages))}
          </div>`
          : nothing
      }
    </div>
  `;
}

function item(preset: WindowPreset, place: number, model: ToolbarModel, messages: Messages): TemplateResult {
  const isCurrent = isInUse(preset.windowing, model);
  return html`
    <button class="menu-item" role="menuitemradio" aria-checked=${isCurrent} @click=${() => model.onPreset(preset)}>
      <span>${preset.label || messages.find(preset.message)}</span>
      <span class="numbers">${numbersOf(preset.windowing)}</span>
      <kbd>${(place < 9 && model.keys.inPlaceOf(String(place + 1))) || ''}</kbd>
    </button>
  `;
}

function isInUse(windowing: WindowPreset['windowing'], { windowing: window, table }: ToolbarModel): boolean {
  if (windowing === 'range') {
    return false;
  }
  return 'entries' in windowing ? windowing === table : isSameWindow(windowing, window);
}

function numbersOf(windowing: WindowPreset['windowing']): string {
  const isWindow = windowing !== 'range' && 'width' in windowing;
  return isWindow ? `${shortNumber(windowing.width)} / ${shortNumber(windowing.center)}` : '';
}

function shortNumber(value: number): string {
  return String(Math.abs(value) >= 10 ? Math.round(value) : Number(value.toFixed(2)));
}
