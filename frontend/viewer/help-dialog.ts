import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from './icons';
import type { Messages } from './messages';
import { SHORTCUTS, type ShortcutEntry, type ShortcutGroup } from './shortcut-list';

/** All keys and gestures. The browser keeps the focus inside and gives it back at the end. */
export function helpDialog(isOpen: boolean, onClose: () => void, messages: Messages): TemplateResult | typeof nothing {
  if (!isOpen) {
    return nothing;
  }
  const label = messages.get('action.help');
  const close = messages.get('action.close');
  return html`
    <dialog class="help" aria-label=${label} ${ref(showModally)} @close=${onClose} @click=${closeFromOutside}>
      <div class="help-head">
        <h2>${label}</h2>
        <button class="tool" data-tool="close" title=${close} aria-label=${close} @click=${closeDialog}>
          ${icon('close')}
        </button>
      </div>
      <div class="help-groups">${groups().map((group) => groupOf(group, messages))}</div>
    </dialog>
  `;
}

/** Gestures first where fingers are used. */
function groups(): readonly ShortcutGroup[] {
  return matchMedia('(pointer: coarse)').matches ? SHORTCUTS.toReversed() : SHORTCUTS;
}

function groupOf({ title, entries }: ShortcutGroup, messages: Messages): TemplateResult {
  return html`
    <section>
      <h3>${messages.get(title)}</h3>
      <dl>${entries.map((entry) => entryOf(entry, messages))}</dl>
    </section>
  `;
}

function entryOf({ text, keys, gesture }: ShortcutEntry, messages: Messages): TemplateResult {
  return html`
    <div>
      <dt>${messages.get(text)}</dt>
      <dd>
        ${keys.map((key) => (key === '…' ? html`<span>…</span>` : html`<kbd>${key}</kbd>`))}
        ${gesture ? html`<span>${messages.get(gesture)}</span>` : nothing}
      </dd>
    </div>
  `;
}

/** As soon as it is on the page. */
function showModally(element: Element | undefined): void {
  queueMicrotask(() => {
    if (element instanceof HTMLDialogElement && element.isConnected && !element.open) {
      element.showModal();
    }
  });
}

function closeDialog(event: Event): void {
  (event.target as Element).closest('dialog')?.close();
}

/** The ground beside the dialog belongs to it too. */
function closeFromOutside(event: MouseEvent): void {
  const dialog = event.currentTarget as HTMLDialogElement;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  if (event.target === dialog && (x < left || x > right || y < top || y > bottom)) {
    dialog.close();
  }
}
