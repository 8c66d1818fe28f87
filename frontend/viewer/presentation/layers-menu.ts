import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from '../icons';
import { focusFirst, moveFocus } from '../menu-keys';
import type { Messages } from '../messages';
import type { PresentationState } from './presentation-state';

/** What lies over the active picture, how it can be shown, and what can be asked of it. */
export interface LayersMenuModel {
  readonly isOpen: boolean;
  /** Whether the picture has overlays, a shutter or graphics. */
  readonly hasLayers: boolean;
  readonly isShown: boolean;
  /** Names of the overlays, as far as the file has any. */
  readonly labels: readonly string[];
  readonly states: readonly PresentationState[];
  readonly chosen: PresentationState | undefined;
  readonly onToggle: () => void;
  readonly onShow: () => void;
  readonly onState: (state: PresentationState | undefined) => void;
}

/** A button that is there only when there is something to switch or to choose; lit while a state is in use. */
export function layersMenu(model: LayersMenuModel, messages: Messages): TemplateResult | typeof nothing {
  if (!model.hasLayers && model.states.length === 0) {
    return nothing;
  }
  const label = messages.get('layers.action');
  return html`
    <div class="menu-anchor">
      <button
        class="tool ${model.chosen ? 'lit' : ''}"
        data-tool="layers"
        title=${label}
        aria-label=${label}
        aria-haspopup="menu"
        aria-expanded=${model.isOpen}
        @click=${model.onToggle}
      >
        ${icon('layers')}
      </button>
      ${model.isOpen ? menu(model, label, messages) : nothing}
    </div>
  `;
}

function menu(model: LayersMenuModel, label: string, messages: Messages): TemplateResult {
  const { hasLayers, states, chosen } = model;
  return html`
    <div class="menu layers" role="menu" aria-label=${label} @keydown=${moveFocus} ${ref(focusFirst)}>
      ${hasLayers ? showItem(model, messages) : nothing}
      ${
        states.length > 0
          ? html`
              ${hasLayers ? html`<hr />` : nothing}
              ${stateItem(undefined, chosen === undefined, model, messages)}
              ${states.map((state) => stateItem(state, state.sopInstanceUID === chosen?.sopInstanceUID, model, messages))}
            `
          : nothing
      }
    </div>
  `;
}

function showItem({ isShown, labels, onShow }: LayersMenuModel, messages: Messages): TemplateResult {
  return html`
    <button class="menu-item switch" role="menuitemcheckbox" aria-checked=${isShown} data-layers="show" @click=${onShow}>
      <span>
        ${messages.get('layers.show')}
        ${labels.length > 0 ? html`<span class="detail">${labels.join(' · ')}</span>` : nothing}
      </span>
      <span class="mark">${isShown ? icon('check') : nothing}</span>
    </button>
  `;
}

function stateItem(
  state: PresentationState | undefined,
  isChosen: boolean,
  { onState }: LayersMenuModel,
  messages: Messages,
): TemplateResult {
  const detail = state && stateDetail(state, messages);
  return html`
    <button
      class="menu-item switch"
      role="menuitemradio"
      aria-checked=${isChosen}
      data-state=${state?.sopInstanceUID ?? 'file'}
      @click=${() => onState(state)}
    >
      <span>
        ${state ? stateName(state, messages) : messages.get('layers.file')}
        ${detail ? html`<span class="detail">${detail}</span>` : nothing}
      </span>
      <span class="mark">${isChosen ? icon('check') : nothing}</span>
    </button>
  `;
}

/** What the state calls itself. */
export function stateName({ description, label }: PresentationState, messages: Messages): string {
  return description || label || messages.get('object.presentation');
}

/** Who saved it and when. */
function stateDetail({ creator, made, label, description }: PresentationState, messages: Messages): string {
  const by = creator ? messages.get('layers.savedBy', creator) : '';
  return [description ? label : '', by, made].filter(Boolean).join(' · ');
}
