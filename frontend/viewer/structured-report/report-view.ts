import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons';
import type { MessageKey, Messages } from '../messages';
import { itemAt, type ContentItem, type ContentValue, type ObjectReference } from './content-item';
import { grouped, isFlowing, type Group } from './report-groups';
import type { StructuredReport } from './structured-report';

/** What a report can ask for. */
export interface ReportPorts {
  /** Whether a series is part of the study that is read. */
  readonly isHere: (seriesInstanceUID: string) => boolean;
  readonly onImage: (seriesInstanceUID: string, reference: ObjectReference) => void;
}

/** What everything in a report needs to be written. */
interface Paper {
  readonly report: StructuredReport;
  readonly ports: ReportPorts;
  readonly messages: Messages;
}

/** Headings go no deeper than this in HTML. */
const LAST_HEADING = 6;

/** A report as a text to read. Whatever is in the file is written as text, never as markup. */
export function reportView(report: StructuredReport, ports: ReportPorts, messages: Messages): TemplateResult {
  const paper = { report, ports, messages };
  return html`
    <article class="report" tabindex="0" aria-label=${report.title || messages.get('object.report')}>
      ${head(report, messages)}
      ${report.isCut ? html`<p class="report-cut">${icon('warning')} ${messages.get('report.cut')}</p>` : nothing}
      ${isFlowing(report.root) ? sentence(report.root, paper) : children(report.root, paper, 3)}
    </article>
  `;
}

function head(report: StructuredReport, messages: Messages): TemplateResult {
  const { title, made, authors, verifiedBy } = report;
  return html`
    <header class="report-head">
      <p class="detail">${report.patient}</p>
      <h2>${title || messages.get('object.report')}</h2>
      <p class="report-state">
        ${made ? html`<span>${made}</span>` : nothing}
        ${states(report).map(
          ([key, isSure]) => html`<span class=${isSure ? 'sure' : 'unsure'}>${messages.get(key)}</span> `,
        )}
      </p>
      ${authors.length > 0 ? html`<p class="detail">${messages.get('report.authors', authors.join('; '))}</p>` : nothing}
      ${verifiedBy.map((by) => html`<p class="detail">${messages.get('report.verifiedBy', by)}</p>`)}
    </header>
  `;
}

function states({ isPreliminary, isComplete, isVerified }: StructuredReport): (readonly [MessageKey, boolean])[] {
  const states: (readonly [MessageKey, boolean] | undefined)[] = [
    isPreliminary ? ['report.preliminary', false] : undefined,
    isComplete === undefined ? undefined : isComplete ? ['report.complete', true] : ['report.partial', false],
    isVerified === undefined ? undefined : isVerified ? ['report.verified', true] : ['report.unverified', false],
  ];
  return states.filter((state) => state !== undefined);
}

function children({ children: below }: ContentItem, paper: Paper, level: number): unknown {
  return grouped(below).map((group) => groupView(group, paper, level));
}

function groupView(group: Group, paper: Paper, level: number): TemplateResult {
  switch (group.kind) {
    case 'one':
      return itemView(group.item, paper, level);
    case 'table':
      return table(group.items, paper, level);
    case 'images':
      return images(group.items, paper);
  }
}

function images(items: readonly ContentItem[], paper: Paper): TemplateResult {
  const isAny = items.some(({ value }) => value.kind === 'object' && seriesHere(value.reference, paper) !== undefined);
  return isAny || items.length === 1
    ? html`<ul class="report-images">
        ${items.map(({ value }, place) => html`<li>${link(value, items.length > 1 ? place + 1 : undefined, paper)}</li>`)}
      </ul>`
    : html`<p class="report-item report-absent">${paper.messages.get('report.allAbsent', items.length)}</p>`;
}

function itemView(item: ContentItem, paper: Paper, level: number): TemplateResult {
  const { relationship, value } = item;
  if (value.kind === 'container') {
    return section(item, paper, level);
  }
  const isAside = ASIDE.has(relationship);
  return html`
    <div class="report-item ${isAside ? 'aside' : ''}">
      ${line(item, paper)} ${item.children.length > 0 ? below(item, paper, level) : nothing}
    </div>
  `;
}

/** What tells how to understand an item rather than something of the patient. */
const ASIDE = new Set(['HAS CONCEPT MOD', 'HAS OBS CONTEXT', 'HAS ACQ CONTEXT']);

/** Ways in which an item belongs to another one that a reader has to be told. */
const TOLD: Readonly<Record<string, MessageKey>> = {
  'INFERRED FROM': 'report.inferredFrom',
  'SELECTED FROM': 'report.selectedFrom',
};

function below(item: ContentItem, paper: Paper, level: number): TemplateResult {
  return html`<div class="report-below">${children(item, paper, level)}</div>`;
}

function section(item: ContentItem, paper: Paper, level: number): TemplateResult {
  return html`
    <section class="report-section">
      ${item.name ? heading(item.name, level) : nothing}
      ${isFlowing(item) ? sentence(item, paper) : children(item, paper, item.name ? level + 1 : level)}
    </section>
  `;
}

function heading(name: string, level: number): TemplateResult {
  switch (Math.min(level, LAST_HEADING)) {
    case 3:
      return html`<h3>${name}</h3>`;
    case 4:
      return html`<h4>${name}</h4>`;
    case 5:
      return html`<h5>${name}</h5>`;
    default:
      return html`<h6>${name}</h6>`;
  }
}

/** Values that follow each other in one line; what each of them is called can be had by pointing at it. */
function sentence({ children: parts }: ContentItem, paper: Paper): TemplateResult {
  const words = parts.map(({ name, value }, place) => {
    const shown = valueView(value, paper);
    const gap = place === 0 || /^[.,;:!?)]/.test(String(shown)) ? '' : ' ';
    return html`${gap}<span title=${name || nothing}>${shown}</span>`;
  });
  return html`<p class="report-words">${words}</p>`;
}

function line({ relationship, name, value }: ContentItem, paper: Paper): TemplateResult {
  const told = TOLD[relationship];
  return html`
    <p class="report-line">
      ${told ? html`<span class="report-told">${paper.messages.get(told)}</span>` : nothing}
      ${name ? html`<span class="report-name">${name}:</span>` : nothing}
      <span class="report-value">${valueView(value, paper)}</span>
    </p>
  `;
}

function table(rows: readonly ContentItem[], paper: Paper, level: number): TemplateResult {
  const { messages } = paper;
  return html`
    <table class="report-table">
      <thead>
        <tr>
          <th scope="col">${messages.get('report.measurement')}</th>
          <th scope="col" class="number">${messages.get('report.value')}</th>
          ${rows.some(hasDetails) ? html`<th scope="col">${messages.get('report.details')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">${row.name}</th>
            <td class="number">${valueView(row.value, paper)}</td>
            ${rows.some(hasDetails) ? html`<td>${children(row, paper, level)}</td>` : nothing}
          </tr>`,
        )}
      </tbody>
    </table>
  `;
}

function hasDetails({ children: details }: ContentItem): boolean {
  return details.length > 0;
}

function valueView(value: ContentValue, paper: Paper): unknown {
  const { messages, report } = paper;
  switch (value.kind) {
    case 'container':
      return nothing;
    case 'words':
      return value.words;
    case 'number':
      return [value.number || (value.qualifier ? '' : messages.get('report.noValue')), value.unit, value.qualifier]
        .filter(Boolean)
        .join(' ');
    case 'object':
      return link(value, undefined, paper);
    case 'shape':
      return messages.get(value.isInSpace ? 'report.shapeInSpace' : 'report.shape', value.shape.toLowerCase());
    case 'times':
      return messages.get('report.times');
    case 'same':
      return same(itemAt(report.root, value.places), paper);
    case 'unknown':
      return messages.get('report.unknown', value.type);
  }
}

/** An item that stands elsewhere in the report, by its name and value. */
function same(item: ContentItem | undefined, paper: Paper): unknown {
  const isReference = item === undefined || item.value.kind === 'same';
  return isReference
    ? paper.messages.get('report.elsewhere')
    : html`${item.name ? `${item.name}: ` : ''}${valueView(item.value, paper)}`;
}

/** To an image of the study; of others there is only to say that they are not here. */
function link(value: ContentValue, place: number | undefined, paper: Paper): unknown {
  const { ports, messages } = paper;
  if (value.kind !== 'object') {
    return nothing;
  }
  const { isImage, reference } = value;
  const series = seriesHere(reference, paper);
  const label = labelOf(isImage, reference, place, messages);
  const title = reference.sopInstanceUID;
  return series !== undefined
    ? html`<button class="report-link" title=${title} @click=${() => ports.onImage(series, reference)}>${label}</button>`
    : html`<span class="report-absent" title=${title}>${messages.get('report.absent', label)}</span>`;
}

function seriesHere({ sopInstanceUID }: ObjectReference, { report, ports }: Paper): string | undefined {
  const series = report.series.get(sopInstanceUID);
  return series !== undefined && ports.isHere(series) ? series : undefined;
}

function labelOf(isImage: boolean, { frames }: ObjectReference, place: number | undefined, messages: Messages): string {
  const name = messages.get(isImage ? 'report.image' : 'report.object', place ?? '').trim();
  return frames.length > 0 ? messages.get('report.frames', name, frames.slice(0, 8).join(', ')) : name;
}
