import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { readableMoment } from './clock';
import { valueOf } from './control-value';
import { failureText } from './failure-text';
import { fieldView } from './field-view';
import { keyImagesView } from './key-images-view';
import type { PanelModel } from './panel-model';
import { nameOf, SECTIONS, type Section } from './report';
import { onSnippetKey } from './snippet-typing';
import type { Writing, WritingNote } from './writing';

/** The report as it is written. */
export function writeView(writing: Writing, model: PanelModel): TemplateResult {
  const { messages, desk } = model;
  const { content, canType, report } = writing;
  const template = desk.templates.find(({ key }) => key === content.reportType);
  return html`
    <form class="sheet" @focusin=${() => writing.begin()} @submit=${(event: Event) => event.preventDefault()}>
      <label class="field">
        <span>${messages.get('section.title')}</span>
        <input
          name="title"
          dir="auto"
          maxlength="200"
          .value=${live(content.title)}
          ?readonly=${!canType}
          @input=${(event: Event) => model.onContent({ ...content, title: valueOf(event) })}
        />
      </label>
      ${
        content.fields.length === 0
          ? nothing
          : html`<fieldset class="fields">
              <legend>${messages.get('section.fields')}</legend>
              ${repeat(content.fields, ({ name }) => name, (field) =>
                fieldView(field, template?.fields.find(({ name }) => name === field.name), writing, model))}
            </fieldset>`
      }
      ${SECTIONS.map((section) => sectionView(section, report.id, writing, model))}
      ${physicianView(writing, model)}
      ${keyImagesView(content, canType ? model.onContent : undefined, model)}
    </form>
    ${snippetsView(model)}
  `;
}

function sectionView(section: Section, reportId: number, writing: Writing, model: PanelModel): TemplateResult {
  const { content, canType } = writing;
  return html`
    <label class="field">
      <span>${model.messages.get(`section.${section}`)}</span>
      <textarea
        name=${section}
        data-report=${reportId}
        dir="auto"
        rows=${section === 'findings' ? 6 : 2}
        maxlength="60000"
        .value=${live(content[section])}
        ?readonly=${!canType}
        @keydown=${(event: KeyboardEvent) => canType && onSnippetKey(event, model.desk.snippets)}
        @input=${(event: Event) => model.onContent({ ...content, [section]: valueOf(event) })}
        @blur=${() => void writing.autosave.flush()}
      ></textarea>
    </label>
  `;
}

/** Who answers for the report, where it is not whoever signs it. */
function physicianView({ content, canType }: Writing, { desk, messages, onContent }: PanelModel): TemplateResult {
  const chosen = (event: Event) => onContent({ ...content, reportingPhysicianId: Number(valueOf(event)) || null });
  return html`
    <label class="field">
      <span>${messages.get('section.physician')}</span>
      <select name="physician" ?disabled=${!canType} @change=${chosen}>
        <option value="" ?selected=${content.reportingPhysicianId === null}>${messages.get('physician.signer')}</option>
        ${desk.physicians.map(
          (person) => html`<option value=${person.id} ?selected=${person.id === content.reportingPhysicianId}>${nameOf(person)}</option>`,
        )}
      </select>
    </label>
  `;
}

/** What the writer has to know, wherever they are in the text. */
export function writingNotes(writing: Writing, model: PanelModel): TemplateResult {
  return html`${noteView(writing.note, writing, model)} ${lockView(writing, model)}`;
}

function noteView(note: WritingNote | undefined, writing: Writing, model: PanelModel): TemplateResult | typeof nothing {
  const { messages } = model;
  if (!note) {
    return nothing;
  }
  return html`
    <div class="note ${note.kind}" role="status">
      <p>${noteText(note, writing, model)}</p>
      <button type="button" class="quiet" @click=${() => writing.dismiss()}>${messages.get('panel.dismiss')}</button>
    </div>
  `;
}

function noteText(note: WritingNote, { other }: Writing, { messages }: PanelModel): string {
  switch (note.kind) {
    case 'recovered':
    case 'renewed':
      return messages.get(`note.${note.kind}`);
    case 'takenOver':
      return messages.get('note.takenOver', nameOf(other?.holder));
    case 'failed':
      return messages.get('note.failed', failureText(note.failure, messages));
  }
}

function lockView(writing: Writing, { messages }: PanelModel): TemplateResult | typeof nothing {
  const { other } = writing;
  return other
    ? html`
        <div class="note lock" role="status">
          <p>${messages.get('lock.other', nameOf(other.holder), readableMoment(other.since))}</p>
          <button type="button" data-do="take-over" @click=${() => void writing.takeOver()}>
            ${messages.get('lock.takeOver')}
          </button>
        </div>
      `
    : nothing;
}

function snippetsView({ desk, messages, onInsert }: PanelModel): TemplateResult | typeof nothing {
  if (desk.snippets.length === 0) {
    return nothing;
  }
  return html`
    <details class="snippets">
      <summary>${messages.get('snippets.title')}</summary>
      <p class="advice">${messages.get('snippets.advice')}</p>
      <ul>
        ${desk.snippets.map(
          (snippet) => html`<li>
            <button type="button" @click=${() => onInsert(snippet.text)}>
              <kbd>${snippet.shortcut}</kbd><span dir="auto">${snippet.text}</span>
            </button>
          </li>`,
        )}
      </ul>
    </details>
  `;
}
