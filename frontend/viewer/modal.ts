import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from './icons';
import type { Messages } from './messages';

export interface ModalModel {
  readonly name: string;
  readonly title: string;
  readonly content: unknown;
  /** Beside the title. */
  readonly beside?: unknown;
  readonly onClose: () => void;
  readonly onKey?: (event: KeyboardEvent) => void;
}

/** A dialog over the viewer with a title and a way out. The browser keeps the focus inside and gives it back. */
export function modal(model: ModalModel, messages: Messages): TemplateResult {
  const close = messages.get('action.close');
  return html`
    <dialog
      class="help modal ${model.name}"
      aria-label=${model.title}
      ${ref(showModally)}
      @close=${model.onClose}
      @click=${closeFromOutside}
      @keydown=${model.onKey}
    >
      <div class="help-head">
        <h2>${model.title}</h2>
        <div class="head-tools">
          ${model.beside ?? ''}
          <button class="tool" data-tool="close" title=${close} aria-label=${close} @click=${closeDialog}>
            ${icon('close')}
          </button>
        </div>
      </div>
      ${model.content}
    </dialog>
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

export function closeDialog(event: Event): void {
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
