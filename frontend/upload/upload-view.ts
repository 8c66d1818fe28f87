import { html, nothing, svg, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { documentDialog } from './document-dialog';
import { outcomes, type Outcome } from './fate';
import { resultList } from './result-list';
import type { FoundStudy } from './study-search';
import type { UploadDesk } from './upload-desk';
import type { Hold } from './upload-queue';

type Part = TemplateResult | typeof nothing;

/** The whole screen, from what is known now. */
export function uploadView(desk: UploadDesk): TemplateResult {
  return html`${dropArea(desk)} ${unfinished(desk)} ${documents(desk)} ${progress(desk)} ${studies(desk)} ${results(desk)}
  ${dialog(desk)}`;
}

function dropArea(desk: UploadDesk): TemplateResult {
  const { messages } = desk;
  return html`
    <section class="drop ${desk.isOver ? 'over' : ''}">
      ${arrow()}
      <h2 class="with-mouse">${messages.get('drop.title')}</h2>
      <h2 class="with-finger">${messages.get('drop.touch')}</h2>
      <p class="advice">${messages.get('drop.advice')}</p>
      <div class="actions">
        ${chooser(desk, 'files', messages.get('drop.files'))} ${chooser(desk, 'folder', messages.get('drop.folder'))}
      </div>
      ${desk.chosenStudy ? html`<p class="chosen-study" role="status">${messages.get('drop.study', studyName(desk.chosenStudy))}</p>` : nothing}
      ${desk.reading === undefined ? nothing : html`<p role="status">${messages.get('drop.reading', desk.reading)}</p>`}
    </section>
  `;
}

function arrow(): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"
    stroke-linejoin="round">${svg`<path d="M12 16V4m0 0L7 9m5-5 5 5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4" />`}</svg>`;
}

function chooser(desk: UploadDesk, kind: 'files' | 'folder', label: string): TemplateResult {
  const open = ({ currentTarget }: Event) => ((currentTarget as Element).nextElementSibling as HTMLInputElement).click();
  const chosen = ({ target }: Event) => desk.chooseFrom(target as HTMLInputElement);
  return html`
    <button class=${kind === 'files' ? 'primary' : 'folder'} data-do=${kind} @click=${open}>${label}</button>
    <input class="hidden-field" type="file" multiple tabindex="-1" aria-hidden="true" data-field=${kind}
      ?webkitdirectory=${kind === 'folder'} @change=${chosen} />
  `;
}

function unfinished(desk: UploadDesk): Part {
  const count = desk.unfinished.length;
  if (count === 0 || desk.queue.isBusy) {
    return nothing;
  }
  return html`
    <div class="note" data-note="unfinished">
      <p>${count === 1 ? desk.messages.get('left.one') : desk.messages.get('left.many', count)}</p>
      <button @click=${() => desk.discardUnfinished()}>${desk.messages.get('left.discard')}</button>
    </div>
  `;
}

function documents(desk: UploadDesk): Part {
  const count = desk.queue.documents.length;
  if (count === 0) {
    return nothing;
  }
  return html`
    <div class="note" data-note="documents" role="status">
      <p>${count === 1 ? desk.messages.get('documents.one') : desk.messages.get('documents.many', count)}</p>
      <div class="actions">
        <button @click=${() => desk.queue.takeDocuments()}>${desk.messages.get('documents.skip')}</button>
        <button class="primary" data-do="say" @click=${() => desk.ask()}>${desk.messages.get('documents.say')}</button>
      </div>
    </div>
  `;
}

function progress(desk: UploadDesk): Part {
  const { queue, messages } = desk;
  if (queue.totalFiles === 0) {
    return nothing;
  }
  const left = queue.isBusy ? desk.speed.timeFor(queue.totalBytes - queue.sentBytes) : undefined;
  return html`
    <section class="card progress" aria-label=${messages.get('progress.name')}>
      <div class="head">
        <span>${messages.get('progress.files', grouped(queue.doneFiles), grouped(queue.totalFiles))}</span>
        <span>${messages.get('progress.bytes', messages.size(queue.sentBytes), messages.size(queue.totalBytes))}</span>
        ${left === undefined ? nothing : html`<span class="advice">${messages.get('progress.left', messages.time(left))}</span>`}
        ${queue.isBusy ? buttons(desk) : html`<span role="status">${messages.get('progress.done')}</span>`}
      </div>
      <progress max=${Math.max(1, queue.totalBytes)} .value=${queue.isBusy ? queue.sentBytes : Math.max(1, queue.totalBytes)}
        aria-label=${messages.get('progress.name')}></progress>
      ${hold(desk, queue.hold)} ${active(desk)}
    </section>
  `;
}

function grouped(count: number): string {
  return count.toLocaleString(document.documentElement.lang || 'en');
}

function buttons({ queue, messages }: UploadDesk): TemplateResult {
  const isStopped = queue.hold !== undefined && queue.hold.kind !== 'away';
  return html`
    <div class="actions">
      ${isStopped
        ? html`<button class="primary" data-do="resume" @click=${() => queue.resume()}>${messages.get('progress.resume')}</button>`
        : html`<button data-do="pause" @click=${() => queue.pause()}>${messages.get('progress.pause')}</button>`}
      <button data-do="stop" @click=${() => queue.cancel()}>${messages.get('progress.cancel')}</button>
    </div>
  `;
}

function hold(desk: UploadDesk, held: Hold | undefined): Part {
  if (!held) {
    return nothing;
  }
  const login = html`<button @click=${() => desk.login()}>${desk.messages.get('hold.login')}</button>`;
  return html`
    <div class="note ${held.kind === 'paused' ? '' : 'trouble'}" role="status" data-hold=${held.kind}>
      <p>${holdText(desk, held)}</p>
      ${held.kind === 'session' ? login : nothing}
    </div>
  `;
}

function holdText({ messages }: UploadDesk, held: Hold): string {
  switch (held.kind) {
    case 'paused':
    case 'session':
      return messages.get(`hold.${held.kind}`);
    case 'full':
      return messages.get('hold.full', held.message);
    case 'away':
      return held.message ? messages.get('hold.later', held.message) : messages.get('hold.away');
  }
}

function active({ queue, messages }: UploadDesk): Part {
  if (queue.active.size === 0) {
    return nothing;
  }
  return html`
    <ul class="active">
      ${[...queue.active].map(
        (item) => html`
          <li>
            <bdi>${item.path}</bdi>
            <span>${item.isWorkedOn ? messages.get('progress.checking') : messages.size(item.file.size)}</span>
            ${item.id ? html`<progress max=${Math.max(1, item.file.size)} .value=${item.sent} aria-label=${item.path}></progress>` : nothing}
          </li>
        `,
      )}
    </ul>
  `;
}

function studyName({ patient, patientId }: FoundStudy): string {
  return patient || patientId;
}

/** The rest is in the worklist. */
const MOST_STUDIES = 50;

function studies({ queue, messages, arrived }: UploadDesk): Part {
  if (queue.fates.studies.size === 0) {
    return nothing;
  }
  return html`
    <section class="card">
      <h2>${messages.get('studies.name')}</h2>
      <ul class="studies">
        ${[...queue.fates.studies].slice(0, MOST_STUDIES).map(([uid, count]) => {
          const study = arrived.get(uid);
          const name = (study && studyName(study)) || messages.get('studies.unknown');
          return html`
            <li>
              <a href="viewer/${uid}" router-ignore dir="auto">${name}</a>
              <span class="advice" dir="auto">${study?.what ?? ''}</span>
              <span class="advice">${count === 1 ? messages.get('studies.files.one') : messages.get('studies.files', grouped(count))}</span>
            </li>
          `;
        })}
      </ul>
    </section>
  `;
}

function results(desk: UploadDesk): Part {
  const { fates } = desk.queue;
  if (fates.of().length === 0) {
    return nothing;
  }
  const scroll = ({ currentTarget }: Event) => {
    const { scrollTop: top, clientHeight: height } = currentTarget as HTMLElement;
    desk.scrolled = { top, height };
    desk.drawNow();
  };
  return html`
    <section class="card">
      <h2>${desk.messages.get('results.name')}</h2>
      <div class="filters" role="group" aria-label=${desk.messages.get('results.name')}>
        ${filter(desk, undefined)} ${outcomes.map((outcome) => filter(desk, outcome))}
      </div>
      ${keyed(
        desk.filter,
        resultList(fates.of(desk.filter), desk.scrolled.top, desk.scrolled.height, desk.messages, scroll),
      )}
    </section>
  `;
}

function filter(desk: UploadDesk, outcome: Outcome | undefined): TemplateResult {
  const label = desk.messages.get(outcome ? `outcome.${outcome}` : 'results.all');
  const choose = () => {
    desk.filter = outcome;
    desk.scrolled = { ...desk.scrolled, top: 0 };
    desk.drawNow();
  };
  return html`
    <button aria-pressed=${desk.filter === outcome} data-filter=${outcome ?? 'ALL'} @click=${choose}>
      ${label} ${grouped(desk.queue.fates.of(outcome).length)}
    </button>
  `;
}

function dialog(desk: UploadDesk): Part {
  if (!desk.question) {
    return nothing;
  }
  return documentDialog(desk.question, {
    messages: desk.messages,
    onChange: (change) => desk.answer(change),
    onSearch: (words) => desk.search(words),
    onCancel: () => desk.answer(undefined),
    onSend: (details) => {
      desk.queue.add(desk.queue.takeDocuments(), details);
      desk.answer(undefined);
    },
  });
}
