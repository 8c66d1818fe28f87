import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EarlierList } from './earlier-list';
import type { StudySummary } from './earlier-studies';
import type { PanelModel } from './panel-model';
import { readView } from './read-view';

/** The other studies of the patient, with their reports and ways to their images. */
export function earlierView(earlier: EarlierList | undefined, model: PanelModel): TemplateResult {
  const { messages } = model;
  const studies = earlier?.studies;
  if (!earlier || studies === undefined) {
    return html`<p class="advice" role="status">${messages.get('panel.loading')}</p>`;
  }
  if (studies === 'noId' || studies === 'failed' || studies.length === 0) {
    return html`<p class="advice">${messages.get(studies === 'noId' || studies === 'failed' ? `earlier.${studies}` : 'earlier.none')}</p>`;
  }
  return html`
    <ul class="earlier">${repeat(studies, ({ studyInstanceUID }) => studyInstanceUID, (study) => studyView(study, earlier, model))}</ul>
  `;
}

function studyView(study: StudySummary, earlier: EarlierList, model: PanelModel): TemplateResult {
  const { messages, isAlone, onBeside } = model;
  const uid = study.studyInstanceUID;
  const onToggle = (event: Event) => (event.target as HTMLDetailsElement).open && void earlier.unfold(uid);
  return html`
    <li>
      <p class="study"><b>${study.date}</b> ${study.modalities} <span dir="auto">${study.description}</span></p>
      <div class="actions">
        ${
          isAlone
            ? nothing
            : html`<button type="button" data-do="beside" @click=${() => onBeside(study)}>${messages.get('earlier.beside')}</button>`
        }
        <a class="button" href=${`viewer/${encodeURIComponent(uid)}`} target="_blank" rel="noopener">${messages.get('earlier.window')}</a>
      </div>
      <details @toggle=${onToggle}>
        <summary>${messages.get('earlier.report')}</summary>
        ${reports(earlier.reportsOf(uid), model)}
      </details>
    </li>
  `;
}

function reports(found: ReturnType<EarlierList['reportsOf']>, model: PanelModel): unknown {
  const { messages } = model;
  if (found === undefined || found === 'loading') {
    return html`<p class="advice">${messages.get('panel.loading')}</p>`;
  }
  if (found === 'failed') {
    return html`<p class="advice">${messages.get('panel.failed')}</p>`;
  }
  return found.length === 0
    ? html`<p class="advice">${messages.get('earlier.noReport')}</p>`
    : found.map(({ report }) => readView(report, model));
}
