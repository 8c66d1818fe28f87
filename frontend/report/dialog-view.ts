import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { failureText } from './failure-text';
import type { DialogName, PanelModel } from './panel-model';
import { isSigned } from './report';

/** The question before something that cannot be taken back. */
export function dialogView(model: PanelModel): TemplateResult | typeof nothing {
  const { dialog, messages, onDialog, desk } = model;
  if (!dialog) {
    return nothing;
  }
  const note = desk.writing?.note;
  const failure = desk.failure ?? (note?.kind === 'failed' ? note.failure : undefined);
  return html`
    <dialog aria-label=${messages.get(`${dialog}.title`)} ${ref(showModally)} @close=${() => onDialog(undefined)}>
      <form method="dialog" @submit=${(event: SubmitEvent) => void answered(event, dialog, model)}>
        <h2>${messages.get(`${dialog}.title`)}</h2>
        <p>${messages.get(`${dialog}.advice`)}</p>
        ${failure ? html`<p class="note failed" role="alert">${failureText(failure, messages)}</p>` : nothing}
        ${questions(dialog, model)}
        <div class="actions">
          <button type="button" @click=${close}>${messages.get('action.cancel')}</button>
          <button class=${dialog === 'delete' || dialog === 'discard' ? 'danger' : 'primary'} data-do=${dialog}>
            ${messages.get(`${dialog}.do`)}
          </button>
        </div>
      </form>
    </dialog>
  `;
}

function questions(dialog: DialogName, { messages, readerName, desk }: PanelModel): unknown {
  const line = html`
    <label class="field">
      <span>${messages.get('sign.line')}</span>
      <input name="line" dir="auto" maxlength="200" value=${readerName} />
    </label>
  `;
  const reason = (label: string, isRequired: boolean) => html`
    <label class="field"><span>${label}</span><input name="reason" dir="auto" maxlength="500" ?required=${isRequired} /></label>
  `;
  const isReasonNeeded = desk.open !== undefined && isSigned(desk.open.report);
  switch (dialog) {
    case 'sign':
      return line;
    case 'amend':
      return [reason(messages.get('amend.reason'), true), line];
    case 'delete':
      return reason(messages.get('delete.reason'), isReasonNeeded);
    case 'discard':
      return nothing;
  }
}

async function answered(event: SubmitEvent, name: DialogName, { desk, onDialog }: PanelModel): Promise<void> {
  event.preventDefault();
  const form = new FormData(event.target as HTMLFormElement);
  const [line, reason] = [String(form.get('line') ?? ''), String(form.get('reason') ?? '')];
  if (await act(name, line, reason, desk)) {
    onDialog(undefined);
  }
}

/** @returns whether the question is settled; a text that clashes with another is settled elsewhere */
async function act(name: DialogName, line: string, reason: string, desk: PanelModel['desk']): Promise<boolean> {
  switch (name) {
    case 'sign':
      return (await desk.sign(line)) || desk.writing?.conflict !== undefined;
    case 'amend':
      return (await desk.amend(line, reason)) || desk.writing?.conflict !== undefined;
    case 'delete':
      return desk.remove(reason);
    case 'discard':
      await desk.discard();
      return desk.failure === undefined;
  }
}

function showModally(element: Element | undefined): void {
  queueMicrotask(() => {
    if (element instanceof HTMLDialogElement && element.isConnected && !element.open) {
      element.showModal();
    }
  });
}

function close(event: Event): void {
  (event.target as Element).closest('dialog')?.close();
}
