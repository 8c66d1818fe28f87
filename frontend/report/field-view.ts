import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { valueOf } from './control-value';
import type { PanelModel } from './panel-model';
import type { ReportField, TemplateField } from './report';
import type { Writing } from './writing';

/** One detail of the report. Without its template, which may be gone by now, it is a line of text. */
export function fieldView(
  field: ReportField,
  template: TemplateField | undefined,
  writing: Writing,
  model: PanelModel,
): TemplateResult {
  const { messages } = model;
  const unit = field.unit || template?.unit;
  return html`
    <div class="detail">
      <label class="field">
        <span>
          ${field.label}${template?.required ? html` <em>(${messages.get('field.required')})</em>` : nothing}
        </span>
        <span class="value">
          ${template?.kind === 'choice' ? choice(field, template, writing, model) : line(field, template, writing, model)}
          ${unit ? html`<span class="unit">${unit}</span>` : nothing}
        </span>
      </label>
      ${adviceOf(field, template, writing, model)}
    </div>
  `;
}

function line(
  field: ReportField,
  template: TemplateField | undefined,
  writing: Writing,
  model: PanelModel,
): TemplateResult {
  return html`
    <input
      dir="auto"
      maxlength="2000"
      inputmode=${template?.kind === 'number' ? 'decimal' : 'text'}
      aria-required=${template?.required ?? false}
      .value=${live(field.value)}
      ?readonly=${!writing.canType}
      @input=${(event: Event) => change(field, valueOf(event), writing, model)}
      @blur=${() => void writing.autosave.flush()}
    />
  `;
}

function choice(field: ReportField, template: TemplateField, writing: Writing, model: PanelModel): TemplateResult {
  const values = template.choices.map(({ value }) => value);
  const all = field.value === '' || values.includes(field.value) ? values : [field.value, ...values];
  return html`
    <select
      aria-required=${template.required}
      ?disabled=${!writing.canType}
      @change=${(event: Event) => change(field, valueOf(event), writing, model)}
    >
      <option value="" ?selected=${field.value === ''}>${model.messages.get('field.choose')}</option>
      ${all.map((value) => html`<option value=${value} ?selected=${value === field.value}>${value}</option>`)}
    </select>
  `;
}

/** What follows from what was chosen, to be taken over into the text. */
function adviceOf(
  { value }: ReportField,
  template: TemplateField | undefined,
  writing: Writing,
  { messages, onContent }: PanelModel,
): TemplateResult | typeof nothing {
  const note = template?.choices.find((each) => each.value === value)?.note;
  const { content } = writing;
  if (!note) {
    return nothing;
  }
  const add = () => onContent({ ...content, impression: [content.impression, note].filter(Boolean).join('\n') });
  return html`
    <p class="advice">
      ${note}
      ${
        writing.canType && !content.impression.includes(note)
          ? html`<button type="button" class="quiet" @click=${add}>${messages.get('field.addNote')}</button>`
          : nothing
      }
    </p>
  `;
}

function change({ name }: ReportField, value: string, { content }: Writing, { onContent }: PanelModel): void {
  onContent({ ...content, fields: content.fields.map((each) => (each.name === name ? { ...each, value } : each)) });
}
