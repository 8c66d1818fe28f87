import { html, nothing, type TemplateResult } from 'lit';
import type { SaveState } from './autosave';
import { readableMoment } from './clock';
import type { PanelModel } from './panel-model';
import { isSigned } from './report';
import { isAmending, type Writing } from './writing';

/** How the saving goes, and what can be done with the report. */
export function footView(model: PanelModel): TemplateResult | typeof nothing {
  const { desk } = model;
  const { open, writing } = desk;
  if (!open || desk.isChoosing || writing?.conflict) {
    return nothing;
  }
  return html`
    <footer>
      ${writing ? stateLine(writing, model) : nothing}
      <div class="actions">${writing ? writingActions(writing, model) : readingActions(model)}</div>
    </footer>
  `;
}

function stateLine(writing: Writing, { messages }: PanelModel): TemplateResult {
  const { saving } = writing;
  const unsaved = saving.name === 'saved' && writing.isChanged ? ` (${messages.get('save.unsaved')})` : '';
  return html`<p class="state ${saving.name}" role="status">${stateText(saving, messages)}${unsaved}</p>`;
}

function stateText(state: SaveState, messages: PanelModel['messages']): string {
  switch (state.name) {
    case 'saved':
      return state.at ? messages.get('save.savedAt', readableMoment(state.at)) : messages.get('save.saved');
    case 'failed': {
      const why = messages.get(`save.${state.kind}`, state.reason);
      return `${why} ${messages.get(state.isKept ? 'save.kept' : 'save.atRisk')}`;
    }
    default:
      return messages.get(`save.${state.name}`);
  }
}

function writingActions(writing: Writing, model: PanelModel): unknown {
  const { messages, desk, onDialog } = model;
  const isOff = !writing.canType;
  const dialog = (name: 'sign' | 'amend' | 'discard', words: string, kind: string) => html`
    <button type="button" class=${kind} data-do=${`ask-${name}`} ?disabled=${isOff} @click=${() => onDialog(name)}>${words}</button>
  `;
  if (isAmending(writing)) {
    return [
      dialog('amend', messages.get('amend.title'), 'primary'),
      html`<button type="button" data-do="read" @click=${() => void desk.read()}>${messages.get('action.read')}</button>`,
      writing.isChanged ? dialog('discard', messages.get('action.discard'), '') : nothing,
    ];
  }
  return [
    dialog('sign', messages.get('action.sign'), 'primary'),
    html`
      <button type="button" data-do="save" ?disabled=${isOff || !writing.isChanged} @click=${() => void writing.save()}>
        ${messages.get('action.save')}
      </button>
    `,
    paper(model),
    writing.isChanged ? dialog('discard', messages.get('action.discard'), 'quiet') : nothing,
    deletion(model),
  ];
}

function readingActions(model: PanelModel): unknown {
  const { desk, mayWrite, messages } = model;
  const { open } = desk;
  const words = messages.get(desk.hasBegunAmendment ? 'action.goOn' : 'action.amend');
  return [
    mayWrite && open && isSigned(open.report)
      ? html`<button type="button" data-do="begin-amendment" @click=${() => desk.write()}>${words}</button>`
      : nothing,
    paper(model),
    deletion(model),
  ];
}

function paper({ desk, api, messages }: PanelModel): TemplateResult {
  const address = api.pdf(desk.open?.report.id ?? 0);
  return html`
    <a class="button" href=${address} target="_blank" rel="noopener">${messages.get('action.pdf')}</a>
  `;
}

/** One's own drafts, and for administrators everything. */
function deletion({ desk, readerId, mayDelete, mayWrite, messages, onDialog }: PanelModel): TemplateResult | typeof nothing {
  const report = desk.open?.report;
  const isOwnDraft = report !== undefined && !isSigned(report) && report.createdBy?.id === readerId;
  return (isOwnDraft && mayWrite) || mayDelete
    ? html`<button type="button" class="quiet" data-do="ask-delete" @click=${() => onDialog('delete')}>${messages.get('action.delete')}</button>`
    : nothing;
}
