import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../viewer/icons';
import { chooseView } from './choose-view';
import { conflictView } from './conflict-view';
import { dialogView } from './dialog-view';
import { earlierView } from './earlier-view';
import { failureText } from './failure-text';
import { footView } from './foot-view';
import { marksView } from './marks-view';
import type { PanelModel, Tab } from './panel-model';
import { readView } from './read-view';
import { nameOf, type OpenReport } from './report';
import { versionsView } from './versions-view';
import { writeView, writingNotes } from './write-view';

export function panelView(model: PanelModel): TemplateResult {
  const { tab, desk } = model;
  const { writing } = desk;
  const isWriting = tab === 'report' && writing && !writing.conflict && !desk.isChoosing;
  return html`
    <section class="panel" aria-label=${model.messages.get('panel.name')}>
      ${head(model)} ${tabs(model)}
      <div class="notes">${isWriting ? writingNotes(writing, model) : nothing}</div>
      <div class="body" id="tab-panel" role="tabpanel" tabindex="0" aria-labelledby=${`tab-${tab}`}>${content(model)}</div>
      ${tab === 'report' ? html`${marksView(model)} ${footView(model)}` : nothing} ${dialogView(model)}
    </section>
  `;
}

/** Whose report this is: nobody may write in the one of somebody else. */
function head({ study, messages, isAlone, onWindow, onClose }: PanelModel): TemplateResult {
  const patient = [study?.patient, study?.patientID].filter(Boolean).join(' · ');
  const what = [study?.date, study?.modalities, study?.description].filter(Boolean).join(' ');
  return html`
    <header>
      <div class="whose">
        <h1 dir="auto">${patient || messages.get('panel.name')}</h1>
        <p dir="auto">${what}</p>
      </div>
      ${
        isAlone
          ? nothing
          : html`${iconButton('second', messages.get('panel.window'), onWindow)} ${iconButton('close', messages.get('panel.close'), onClose)}`
      }
    </header>
  `;
}

function iconButton(symbol: IconName, label: string, onClick: () => void): TemplateResult {
  return html`
    <button type="button" class="icon-button" data-do=${symbol} title=${label} aria-label=${label} @click=${onClick}>
      ${icon(symbol)}
    </button>
  `;
}

function tabs(model: PanelModel): TemplateResult {
  const { messages, tab, desk, onTab } = model;
  const offered: readonly Tab[] = desk.open ? ['report', 'versions', 'earlier'] : ['report', 'earlier'];
  return html`
    <div class="tabs" role="tablist" aria-label=${messages.get('panel.name')} @keydown=${walk}>
      ${offered.map(
        (name) => html`<button
          type="button"
          role="tab"
          id=${`tab-${name}`}
          aria-controls="tab-panel"
          aria-selected=${tab === name}
          tabindex=${tab === name ? 0 : -1}
          @click=${() => onTab(name)}
        >
          ${messages.get(`tab.${name}`)}
        </button>`,
      )}
    </div>
  `;
}

function walk(event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const all = [...(event.currentTarget as Element).querySelectorAll('button')];
  const next = all[(all.indexOf(event.target as HTMLButtonElement) + step + all.length) % all.length];
  if (step !== 0 && next) {
    next.focus();
    next.click();
  }
}

function content(model: PanelModel): unknown {
  switch (model.tab) {
    case 'report':
      return reportTab(model);
    case 'versions':
      return versionsView(model.versions, model);
    case 'earlier':
      return earlierView(model.earlier, model);
  }
}

function reportTab(model: PanelModel): unknown {
  const { desk, messages } = model;
  const { phase, open, writing } = desk;
  if (phase.name === 'loading') {
    return html`<p class="advice" role="status">${messages.get('panel.loading')}</p>`;
  }
  if (phase.name === 'failed') {
    return html`
      <p class="note failed" role="alert">${messages.get('panel.failed')} ${failureText(phase.failure, messages)}</p>
      <button type="button" @click=${() => void desk.load()}>${messages.get('panel.retry')}</button>
    `;
  }
  if (desk.isChoosing) {
    return chooseView(model);
  }
  if (!open) {
    return html`<p class="advice">${messages.get('reports.none')}</p>`;
  }
  if (writing?.conflict) {
    return conflictView(writing.conflict, writing, model);
  }
  return html`${whichReport(open, model)} ${writing ? writeView(writing, model) : readView(open.report, model)}`;
}

/** The report that is open, among all of the study. */
function whichReport({ report }: OpenReport, { desk, messages, mayWrite }: PanelModel): TemplateResult {
  const status = desk.writing?.report.status ?? report.status;
  const show = (event: Event) => {
    const id = Number((event.target as HTMLSelectElement).value);
    desk.show(desk.reports.find((each) => each.report.id === id));
  };
  return html`
    <div class="which">
      <span class="badge ${status}">${messages.get(`status.${status}`)}</span>
      ${
        desk.reports.length > 1
          ? html`<select aria-label=${messages.get('reports.choice')} @change=${show}>
              ${desk.reports.map(
                (each) => html`<option value=${each.report.id} ?selected=${each.report.id === report.id}>
                  ${optionText(each, messages)}
                </option>`,
              )}
            </select>`
          : html`<span class="who">${nameOf(report.reportingPhysician ?? report.createdBy)}</span>`
      }
      ${
        mayWrite
          ? html`<button type="button" class="quiet" data-do="new" @click=${() => desk.choose()}>${messages.get('reports.new')}</button>`
          : nothing
      }
    </div>
  `;
}

function optionText({ report }: OpenReport, messages: PanelModel['messages']): string {
  const { content, status, createdBy } = report;
  const title = content.title || messages.get('panel.name');
  return messages.get('reports.option', title, `${messages.get(`status.${status}`)}, ${nameOf(createdBy)}`);
}
