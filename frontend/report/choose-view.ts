import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from './failure-text';
import type { PanelModel } from './panel-model';
import type { ReportTemplate } from './report';

/** With more templates than that, nobody finds theirs by looking. */
const SEARCHED_FROM = 8;

/** The templates, the best one for the study first. */
export function chooseView(model: PanelModel): TemplateResult {
  const { desk, messages, search, onSearch } = model;
  const words = search.trim().toLowerCase();
  const found = desk.templates.filter(({ name }) => name.toLowerCase().includes(words));
  const [best, ...others] = words ? [undefined, ...found] : found;
  return html`
    <section class="choose">
      <h2>${messages.get('choose.title')}</h2>
      ${desk.failure ? html`<p class="note failed" role="alert">${messages.get('choose.failed', failureText(desk.failure, messages))}</p>` : nothing}
      ${best ? html`<h3>${messages.get('choose.best')}</h3>${choice(best, model, 'primary')}<h3>${messages.get('choose.others')}</h3>` : nothing}
      ${
        desk.templates.length > SEARCHED_FROM
          ? html`<input
              type="search"
              aria-label=${messages.get('choose.search')}
              placeholder=${messages.get('choose.search')}
              .value=${search}
              @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <div class="templates">
        ${others.map((template) => template && choice(template, model, ''))}
        ${
          desk.templates.length === 0
            ? html`<button type="button" ?disabled=${desk.isBeginning} @click=${() => void desk.begin(undefined)}>
                ${messages.get('choose.empty')}
              </button>`
            : nothing
        }
      </div>
      ${
        desk.open
          ? html`<button type="button" class="quiet" @click=${() => desk.cancelChoice()}>${messages.get('choose.cancel')}</button>`
          : nothing
      }
    </section>
  `;
}

function choice(template: ReportTemplate, { desk }: PanelModel, kind: string): TemplateResult {
  return html`
    <button
      type="button"
      class=${kind}
      data-template=${template.key}
      ?disabled=${desk.isBeginning}
      @click=${() => void desk.begin(template)}
    >
      ${template.name}
    </button>
  `;
}
