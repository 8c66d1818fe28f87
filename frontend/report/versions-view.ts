import { html, nothing, type TemplateResult } from 'lit';
import { readableMoment } from './clock';
import { differenceView } from './difference-view';
import { failureText } from './failure-text';
import type { PanelModel } from './panel-model';
import { nameOf, type ReportVersionEntry } from './report';
import type { SectionDifference, Versions } from './versions';

/** Who wrote what when: the list, and any two of it side by side. */
export function versionsView(versions: Versions | undefined, model: PanelModel): TemplateResult {
  const { messages } = model;
  if (!versions) {
    return html`<p class="advice">${messages.get('versions.none')}</p>`;
  }
  const { entries, failure } = versions;
  return html`
    ${failure ? html`<p class="note failed" role="alert">${failureText(failure, messages)}</p>` : nothing}
    <ol class="versions">${entries?.toReversed().map((entry) => entryView(entry, versions, model))}</ol>
    ${entries && entries.length > 1 ? comparison(versions, entries, model) : nothing}
  `;
}

function entryView(entry: ReportVersionEntry, { reportId, api }: Versions, { messages }: PanelModel): TemplateResult {
  const { version, status, modifiedBy, modifiedAt, reason } = entry;
  return html`
    <li>
      <span class="badge ${status}">${messages.get(`status.${status}`)}</span>
      <b>${messages.get('versions.entry', version)}</b>
      <span class="who">${nameOf(modifiedBy)}, ${readableMoment(modifiedAt)}</span>
      <a href=${api.pdf(reportId, version)} target="_blank" rel="noopener">${messages.get('action.pdf')}</a>
      ${reason ? html`<p dir="auto">${reason}</p>` : nothing}
    </li>
  `;
}

function comparison(versions: Versions, entries: readonly ReportVersionEntry[], model: PanelModel): TemplateResult {
  const { messages } = model;
  const { before, after, differences } = versions;
  const choice = (name: string, chosen: number, onChoose: (version: number) => void) => html`
    <label>
      ${name}
      <select @change=${(event: Event) => onChoose(Number((event.target as HTMLSelectElement).value))}>
        ${entries.map(({ version }) => html`<option value=${version} ?selected=${version === chosen}>${version}</option>`)}
      </select>
    </label>
  `;
  return html`
    <div class="compare">
      ${choice(messages.get('versions.before'), before, (version) => void versions.compare(version, after))}
      ${choice(messages.get('versions.after'), after, (version) => void versions.compare(before, version))}
    </div>
    ${
      differences?.length === 0
        ? html`<p class="advice">${messages.get('versions.same')}</p>`
        : html`<p class="advice">${messages.get('versions.legend')}</p>`
    }
    <div class="differences">${differences?.map((difference) => differenceOf(difference, versions, model))}</div>
  `;
}

function differenceOf({ section, parts }: SectionDifference, versions: Versions, model: PanelModel): TemplateResult {
  const { messages } = model;
  return html`
    <section class="two-texts">
      <h3>${messages.get(`section.${section}`)}</h3>
      <div class="sides">
        <div><h4>${messages.get('versions.entry', versions.before)}</h4>${differenceView(parts, 'before', messages)}</div>
        <div><h4>${messages.get('versions.entry', versions.after)}</h4>${differenceView(parts, 'after', messages)}</div>
      </div>
    </section>
  `;
}
