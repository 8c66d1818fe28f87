import { html, nothing, type TemplateResult } from 'lit';
import { readableMoment } from './clock';
import { keyImagesView } from './key-images-view';
import type { PanelModel } from './panel-model';
import { isSigned, nameOf, SECTIONS, type Report, type ReportContent } from './report';

/** A report to be read, of this study or of another. */
export function readView(report: Report, model: PanelModel): TemplateResult {
  const { messages } = model;
  const { content } = report;
  return html`
    <article class="reading">
      <h2 dir="auto">${content.title}</h2>
      <p class="signature">${lineUnder(report, model)}</p>
      ${report.reason ? html`<p class="signature" dir="auto">${messages.get('read.reason', report.reason)}</p>` : nothing}
      ${contentView(content, model)} ${keyImagesView(content, undefined, model, report.studyInstanceUid)}
    </article>
  `;
}

/** Only what was filled in. */
function contentView(content: ReportContent, { messages }: PanelModel): TemplateResult {
  const fields = content.fields.filter(({ value }) => value);
  const sections = SECTIONS.filter((section) => content[section].trim());
  return html`
    ${
      fields.length > 0
        ? html`<dl>
            ${fields.map(({ label, value, unit }) => html`<div><dt>${label}</dt><dd dir="auto">${value} ${unit}</dd></div>`)}
          </dl>`
        : nothing
    }
    ${sections.map(
      (section) => html`<section>
        <h3>${messages.get(`section.${section}`)}</h3>
        <p class="text" dir="auto">${content[section]}</p>
      </section>`,
    )}
    ${fields.length + sections.length === 0 ? html`<p class="advice">${messages.get('read.empty')}</p>` : nothing}
  `;
}

function lineUnder(report: Report, { messages }: PanelModel): string {
  const { signature } = report;
  return isSigned(report) && signature
    ? messages.get('read.signed', signature.line || nameOf(signature.signedBy), readableMoment(signature.signedAt))
    : messages.get('read.draft', nameOf(report.modifiedBy), readableMoment(report.modifiedAt));
}
