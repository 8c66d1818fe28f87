import { html, nothing, type TemplateResult } from 'lit';
import type { Documents } from './documents';
import { icon } from './icons';
import type { Messages } from './messages';
import type { StoredObject } from './stored-object';

/** In the place of the picture: what the object is, and a PDF itself where the browser can show one. */
export function documentPanel(documents: Documents, messages: Messages): TemplateResult {
  const { state } = documents;
  const isPaper = state.name === 'ready' && state.isPdf && navigator.pdfViewerEnabled !== false;
  return html`
    <div class="documents ${isPaper ? 'with-paper' : ''}">
      ${documents.objects.length > 1 ? choice(documents, messages) : nothing}
      ${card(documents, messages)}
      ${isPaper ? paper(state.url, nameOf(documents.shown, messages)) : nothing}
    </div>
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

function advice({ state, shown }: Documents, messages: Messages): TemplateResult | typeof nothing {
  switch (state.name) {
    case 'loading':
      return html`<p class="detail"><span class="spinner small"></span> ${messages.get('object.loading')}</p>`;
    case 'failed':
      return html`<p class="detail">${messages.get('object.failed')} ${state.reason}</p>`;
    case 'ready':
      return state.isPdf && navigator.pdfViewerEnabled === false
        ? html`<p class="detail">${messages.get('object.noPdfViewer')}</p>`
        : nothing;
    case 'none':
      return html`<p class="detail">
        ${messages.get(shown.kind === 'object.video' ? 'object.videoNotShown' : 'object.notShown')}
      </p>`;
  }
}

function action({ state, shown }: Documents, messages: Messages): TemplateResult | typeof nothing {
  if (state.name !== 'ready') {
    return nothing;
  }
  const file = `${shown.sopInstanceUID}${state.isPdf ? '.pdf' : '.xml'}`;
  return state.isPdf
    ? html`<a class="text-button" href=${state.url} target="_blank" rel="noopener" router-ignore>
        ${messages.get('object.open')}
      </a>`
    : html`<a class="text-button" href=${state.url} download=${file} router-ignore>${messages.get('object.save')}</a>`;
}

function nameOf(object: StoredObject, messages: Messages): string {
  return object.title || messages.get(object.kind);
}
