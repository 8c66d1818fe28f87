import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Chosen } from './chosen';
import type { FoundStudy } from './study-search';
import type { DocumentDetails } from './upload-api';
import type { UploadMessages } from './upload-messages';

/** What the dialog about documents shows. */
export interface DocumentQuestion {
  readonly files: readonly Chosen[];
  readonly isNew: boolean;
  readonly found: readonly FoundStudy[] | 'failed' | undefined;
  readonly study: string;
}

export interface DocumentAnswers {
  readonly messages: UploadMessages;
  readonly onChange: (change: Partial<DocumentQuestion>) => void;
  readonly onSearch: (words: string) => void;
  readonly onSend: (details: (file: Chosen) => DocumentDetails) => void;
  readonly onCancel: () => void;
}

export function documentDialog(question: DocumentQuestion, answers: DocumentAnswers): TemplateResult {
  const { messages, onCancel } = answers;
  const { files } = question;
  return html`
    <dialog aria-labelledby="say-title" ${ref(showModally)} @close=${onCancel}>
      <form method="dialog" @submit=${(event: SubmitEvent) => answered(event, question, answers)}>
        <h2 id="say-title">${messages.get('say.title')}</h2>
        <p class="advice names"><bdi>${files.map(({ path }) => path).join(', ')}</bdi></p>
        <fieldset class="choice">
          <legend>${messages.get('say.which')}</legend>
          ${choice('whose', false, messages.get('say.known'), question, answers)}
          ${choice('whose', true, messages.get('say.new'), question, answers)}
        </fieldset>
        ${question.isNew ? newPatient(messages) : knownStudy(question, answers)} ${about(files, messages)}
        <div class="actions">
          <button type="button" data-do="cancel" @click=${onCancel}>${messages.get('say.cancel')}</button>
          <button class="primary" data-do="send">${messages.get('say.send')}</button>
        </div>
      </form>
    </dialog>
  `;
}

function choice(name: string, isNew: boolean, label: string, question: DocumentQuestion, { onChange }: DocumentAnswers) {
  return html`
    <label>
      <input type="radio" name=${name} .checked=${question.isNew === isNew} @change=${() => onChange({ isNew })} />${label}
    </label>
  `;
}

function knownStudy({ found, study }: DocumentQuestion, { messages, onSearch, onChange }: DocumentAnswers): TemplateResult {
  const search = ({ target }: Event) => onSearch((target as HTMLInputElement).value);
  return html`
    <label class="field">
      <span>${messages.get('say.search')}</span><input name="search" type="search" dir="auto" autocomplete="off" @input=${search} />
    </label>
    ${found === 'failed' ? html`<p role="alert">${messages.get('say.found.failed')}</p>` : nothing}
    ${Array.isArray(found) && found.length === 0 ? html`<p class="advice">${messages.get('say.found.none')}</p>` : nothing}
    <div class="found" role="radiogroup" aria-label=${messages.get('say.found.name')}>
      ${Array.isArray(found) ? found.map((one: FoundStudy) => foundStudy(one, study, onChange)) : nothing}
    </div>
  `;
}

function foundStudy(one: FoundStudy, study: string, onChange: DocumentAnswers['onChange']): TemplateResult {
  return html`
    <label class="study">
      <input type="radio" name="study" value=${one.uid} required .checked=${one.uid === study}
        @change=${() => onChange({ study: one.uid })} />
      <span><b dir="auto">${one.patient || one.patientId}</b> ${one.patientId}<small dir="auto">${one.what}</small></span>
    </label>
  `;
}

function newPatient(messages: UploadMessages): TemplateResult {
  const text = (name: string, label: string, isRequired: boolean) => html`
    <label class="field"><span>${label}</span><input name=${name} dir="auto" maxlength="64" ?required=${isRequired} /></label>
  `;
  return html`
    <div class="pair">
      ${text('family', messages.get('say.family'), true)} ${text('given', messages.get('say.given'), false)}
      ${text('id', messages.get('say.id'), true)}
      <label class="field">
        <span>${messages.get('say.birth')}</span><input name="birth" type="date" min="1850-01-01" max=${dayOf(Date.now())} />
      </label>
      <label class="field">
        <span>${messages.get('say.sex')}</span>
        <select name="sex">
          <option value="">${messages.get('say.sex.none')}</option>
          ${(['F', 'M', 'O'] as const).map((sex) => html`<option value=${sex}>${messages.get(`say.sex.${sex}`)}</option>`)}
        </select>
      </label>
    </div>
  `;
}

function about(files: readonly Chosen[], messages: UploadMessages): TemplateResult {
  const isOne = files.length === 1;
  const title = messages.get(isOne ? 'say.documentTitle' : 'say.documentTitle.many');
  return html`
    <label class="field">
      <span>${title}</span>
      <input name="title" dir="auto" maxlength="64" ?required=${isOne} value=${isOne ? stem(files[0].path) : ''} />
    </label>
    <label class="field">
      <span>${messages.get('say.date')}</span>
      <input name="date" type="date" min="1850-01-01" max=${dayOf(Date.now())} required value=${dayOf(files[0].file.lastModified)} />
    </label>
    ${files.some(({ path }) => /\.(jpe?g|png)$/i.test(path)) ? picture(messages) : nothing}
  `;
}

function picture(messages: UploadMessages): TemplateResult {
  return html`
    <fieldset class="choice">
      <legend>${messages.get('say.picture')}</legend>
      <label><input type="radio" name="picture" value="photo" checked />${messages.get('say.picture.photo')}</label>
      <label><input type="radio" name="picture" value="page" />${messages.get('say.picture.page')}</label>
    </fieldset>
  `;
}

/** In the reader's time zone, YYYY-MM-DD. */
function dayOf(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const LONGEST = 64;

function stem(path: string): string {
  return path.replace(/\.[^.]*$/, '').slice(0, LONGEST);
}

function answered(event: SubmitEvent, question: DocumentQuestion, { onSend, messages }: DocumentAnswers): void {
  event.preventDefault();
  const fields = event.target as HTMLFormElement;
  const search = fields.querySelector<HTMLInputElement>('[name="search"]');
  if (search && !question.study) {
    search.setCustomValidity(messages.get('say.choose'));
    search.reportValidity();
    search.setCustomValidity('');
    return;
  }
  const form = new FormData(fields);
  onSend(detailsFrom((name) => String(form.get(name) ?? '').trim(), question));
}

/** Of a person name only these two parts are asked for (PS3.5 6.2.1). */
export function detailsFrom(field: (name: string) => string, { isNew, study }: Pick<DocumentQuestion, 'isNew' | 'study'>) {
  const batch = globalThis.crypto.getRandomValues(new Uint32Array(4)).join('-');
  const part = (name: string) => field(name).replace(/[\^=\\]/g, ' ').trim();
  const name = [part('family'), part('given')].join('^').replace(/\^$/, '');
  return ({ path }: Chosen): DocumentDetails => ({
    studyInstanceUid: isNew ? '' : study,
    patientName: isNew ? name : '',
    patientId: isNew ? field('id') : '',
    birthDate: isNew ? field('birth').replaceAll('-', '') : '',
    sex: isNew ? field('sex') : '',
    title: (field('title') || stem(path)).replaceAll('\\', ' '),
    date: field('date').replaceAll('-', ''),
    photograph: field('picture') !== 'page',
    batch,
  });
}

function showModally(element: Element | undefined): void {
  queueMicrotask(() => {
    if (element instanceof HTMLDialogElement && element.isConnected && !element.open) {
      element.showModal();
    }
  });
}
