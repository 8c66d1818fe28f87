import { html, nothing, type TemplateResult } from 'lit';
import type { DicomJsonDataSet } from './dicom-json';
import type { Documents, DocumentState } from './documents';
import { icon } from './icons';
import type { Messages } from './messages';
import type { StoredObject } from './stored-object';
import { reportView } from './structured-report/report-view';
import { structuredReport } from './structured-report/structured-report';

/** In the place of the picture: what the object is, and itself where it can be read, seen or played. */
export function documentPanel(documents: Documents, messages: Messages): TemplateResult {
  const { state, shown } = documents;
  const isPaper = isReady(state, 'pdf') && navigator.pdfViewerEnabled !== false;
  const isFilm = isReady(state, 'film') && !documents.isUnplayable;
  return html`
    <div class="documents ${isPaper || isFilm || shown.report ? 'with-paper' : ''}">
      ${documents.objects.length > 1 ? choice(documents, messages) : nothing}
      ${shown.report ? text(shown.report, documents, messages) : card(documents, messages)}
      ${isPaper ? paper(state.url, nameOf(shown, messages)) : nothing}
      ${isFilm ? film(state.url, documents, messages) : nothing}
    </div>
  `;
}

type Ready = Extract<DocumentState, { name: 'ready' }>;

function isReady(state: DocumentState, kind: Ready['content']['kind']): state is Ready {
  return state.name === 'ready' && state.content.kind === kind;
}

function text(report: DicomJsonDataSet, documents: Documents, messages: Messages): TemplateResult {
  const onImage = documents.jump.bind(documents);
  return reportView(structuredReport(report), { isHere: documents.isHere, onImage }, messages);
}

/** The picture of a film fills what is left of the place. */
function film(url: string, documents: Documents, messages: Messages): TemplateResult {
  return html`
    <video
      class="film"
      src=${url}
      controls
      playsinline
      aria-label=${nameOf(documents.shown, messages)}
      @error=${() => documents.giveUp()}
    ></video>
  `;
}

function paper(url: string, name: string): TemplateResult {
  return html`<iframe class="paper" src=${url} title=${name}></iframe>`;
}

function choice(documents: Documents, messages: Messages): TemplateResult {
  return html`
    <select
      class="choice"
      aria-label=${messages.get('object.choice')}
      @change=${(event: Event) => void documents.show((event.target as HTMLSelectElement).selectedIndex)}
    >
      ${documents.objects.map(
        (object, place) => html`
          <option ?selected=${object === documents.shown}>
            ${place + 1}. ${nameOf(object, messages)} ${object.made}
          </option>
        `,
      )}
    </select>
  `;
}

function card(documents: Documents, messages: Messages): TemplateResult {
  const { shown } = documents;
  const kind = messages.get(shown.kind);
  return html`
    <div class="card" role="status">
      ${icon('document')}
      <div class="card-text">
        <p class="card-title">${nameOf(shown, messages)}</p>
        <p class="detail">${[shown.title ? kind : '', shown.made].filter(Boolean).join(' · ')}</p>
        ${advice(documents, messages)}
      </div>
      ${action(documents, messages)}
    </div>
  `;
}

function advice(documents: Documents, messages: Messages): TemplateResult | typeof nothing {
  const { state } = documents;
  switch (state.name) {
    case 'loading':
      return html`<p class="detail"><span class="spinner small"></span> ${messages.get('object.loading')}</p>`;
    case 'failed':
      return html`<p class="detail">${messages.get('object.failed')} ${state.reason}</p>`;
    case 'ready':
      return hindrance(state, documents, messages);
    case 'none':
      return html`<p class="detail">${messages.get('object.notShown')}</p>`;
  }
}

/** Why this browser does not show what it has. */
function hindrance({ content }: Ready, documents: Documents, messages: Messages): TemplateResult | typeof nothing {
  if (content.kind === 'film' && documents.isUnplayable) {
    return html`<p class="detail">${messages.get('film.noPlayer')}</p>`;
  }
  return content.kind === 'pdf' && navigator.pdfViewerEnabled === false
    ? html`<p class="detail">${messages.get('object.noPdfViewer')}</p>`
    : nothing;
}

function action({ state, shown }: Documents, messages: Messages): TemplateResult | typeof nothing {
  if (state.name !== 'ready') {
    return nothing;
  }
  const { kind, extension } = state.content;
  const file = `${shown.sopInstanceUID}.${extension}`;
  return kind === 'pdf'
    ? html`<a class="text-button" href=${state.url} target="_blank" rel="noopener" router-ignore>
        ${messages.get('object.open')}
      </a>`
    : html`<a class="text-button" href=${state.url} download=${file} router-ignore>${messages.get('object.save')}</a>`;
}

function nameOf(object: StoredObject, messages: Messages): string {
  return object.title || messages.get(object.kind);
}
