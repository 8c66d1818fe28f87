import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from './icons';
import { LINKS, type LinkName } from './links';
import { focusFirst, moveFocus } from './menu-keys';
import type { Messages } from './messages';

export type LineSwitch = 'lines' | 'edges';

/** What the cells do together, and what can be asked of them. */
export interface LinkMenuModel {
  readonly isOpen: boolean;
  /** That opens it, undefined when none does. */
  readonly key: string | undefined;
  /** Whether there are cells to link. */
  readonly isUseful: boolean;
  readonly isOn: (link: LinkName | LineSwitch) => boolean;
  readonly onToggle: () => void;
  readonly onSwitch: (link: LinkName | LineSwitch) => void;
}

/** A button that opens the switches of what cells do together; it is lit while they do. */
export function linkMenu(model: LinkMenuModel, messages: Messages): TemplateResult {
  const label = messages.get('action.link');
  const isLinked = model.isUseful && LINKS.some(model.isOn);
  return html`
    <div class="menu-anchor">
      <button
        class="tool ${isLinked ? 'lit' : ''}"
        data-tool="link"
        title=${model.key ? `${label} (${model.key})` : label}
        aria-label=${label}
        aria-keyshortcuts=${model.key ?? nothing}
        aria-haspopup="menu"
        aria-expanded=${model.isOpen}
        ?disabled=${!model.isUseful}
        @click=${model.onToggle}
      >
        ${icon('link')}
      </button>
      ${model.isOpen && model.isUseful ? menu(model, label, messages) : nothing}
    </div>
  `;
}

function menu(model: LinkMenuModel, label: string, messages: Messages): TemplateResult {
  return html`
    <div class="menu" role="menu" aria-label=${label} @keydown=${moveFocus} ${ref(focusFirst)}>
      ${LINKS.map((link) => item(link, `link.${link}`, model, messages))}
      <hr />
      ${item('lines', 'link.lines', model, messages)} ${item('edges', 'link.edges', model, messages)}
    </div>
  `;
}

function item(
  link: LinkName | LineSwitch,
  key: `link.${LinkName | LineSwitch}`,
  model: LinkMenuModel,
  messages: Messages,
): TemplateResult {
  return html`
    <button
      class="menu-item switch"
      role="menuitemcheckbox"
      aria-checked=${model.isOn(link)}
      data-link=${link}
      @click=${() => model.onSwitch(link)}
    >
      <span>${messages.get(key)}</span><span class="mark">${model.isOn(link) ? icon('check') : nothing}</span>
    </button>
  `;
}
