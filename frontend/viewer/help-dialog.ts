import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons';
import type { MessageKey, Messages } from './messages';
import { modal } from './modal';
import type { PageKey } from './page-links';
import type { Keymap } from './settings/keymap';
import type { MouseSettings } from './settings/settings';
import { SHORTCUTS, type ShortcutEntry, type ShortcutGroup } from './shortcut-list';

export interface HelpModel {
  /** What the keys do for this reader. */
  readonly keys: Keymap;
  /** Keys of the page around the viewer. */
  readonly pageKeys: readonly PageKey[];
  readonly mouse: MouseSettings;
  readonly onSettings: () => void;
  readonly onClose: () => void;
}

/** All keys and gestures as they are now, with the way to change them. */
export function helpDialog(model: HelpModel, messages: Messages): TemplateResult {
  const settings = messages.get('settings.action');
  const beside = html`
    <button class="text-button quiet" data-do="settings" @click=${model.onSettings}>${icon('settings')}${settings}</button>
  `;
  const all = groups().map((group) => groupOf(group, model, messages));
  const content = html`<div class="modal-scroll" tabindex="0"><div class="help-groups">${all} ${besides(model.pageKeys, messages)}</div></div>`;
  return modal({ name: 'keys-help', title: messages.get('action.help'), content, beside, onClose: model.onClose }, messages);
}

function besides(keys: readonly PageKey[], messages: Messages): TemplateResult | typeof nothing {
  const entries = keys.map(({ text, key }) => html`<div><dt>${text}</dt><dd><kbd>${key}</kbd></dd></div>`);
  return keys.length === 0 ? nothing : html`<section><h3>${messages.get('help.beside')}</h3><dl>${entries}</dl></section>`;
}

/** Gestures first where fingers are used. */
function groups(): readonly ShortcutGroup[] {
  return matchMedia('(pointer: coarse)').matches ? SHORTCUTS.toReversed() : SHORTCUTS;
}

function groupOf({ title, entries }: ShortcutGroup, model: HelpModel, messages: Messages): TemplateResult {
  return html`
    <section>
      <h3>${messages.get(title)}</h3>
      <dl>${entries.map((entry) => entryOf(entry, model, messages))}</dl>
    </section>
  `;
}

function entryOf({ text, keys, gesture }: ShortcutEntry, model: HelpModel, messages: Messages): TemplateResult {
  const now = keys.map((key) => model.keys.inPlaceOf(key)).filter((key) => key !== undefined);
  return html`
    <div>
      <dt>${messages.get(gesture ? useOf(gesture, text, model.mouse) : text)}</dt>
      <dd>
        ${now.map((key) => (key === '…' ? html`<span>…</span>` : html`<kbd>${key}</kbd>`))}
        ${gesture ? html`<span>${messages.get(gesture)}</span>` : nothing}
      </dd>
    </div>
  `;
}

/** What a button or the wheel does for this reader. */
function useOf(gesture: MessageKey, text: MessageKey, { middle, right, wheel }: MouseSettings): MessageKey {
  switch (gesture) {
    case 'help.middle':
      return `tool.${middle}`;
    case 'help.right':
      return `tool.${right}`;
    case 'help.wheel':
      return wheel === 'scroll' ? text : text === 'help.scroll' ? 'help.zoomThere' : 'help.scroll';
    default:
      return text;
  }
}
