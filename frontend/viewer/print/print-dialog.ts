import { html, type TemplateResult } from 'lit';
import { select, tick } from '../choice';
import { icon } from '../icons';
import type { Messages } from '../messages';
import { modal } from '../modal';
import { MOST_PICTURES, type PrintJob } from './print-job';
import { hasRoomForTexts, PAPERS, PRINT_GRIDS, printGridName } from './print-plan';

/** What is to be printed and how; the browser's own dialog comes after it. */
export function printDialog(job: PrintJob, onClose: () => void, messages: Messages): TemplateResult {
  const { outcome, progress, options, counts } = job;
  const count = counts[options.what];
  const isPossible = count > 0 && count <= MOST_PICTURES && !progress;
  const content = html`
    <div class="modal-body">${choices(job, messages)}</div>
    <div class="modal-foot">
      <p class="outcome ${outcome || count > MOST_PICTURES ? 'bad' : ''}" role="status">${sentence(job, messages)}</p>
      <button class="text-button" data-do="print" ?disabled=${!isPossible} @click=${() => void job.print()}>
        ${icon('print')}<span>${messages.get('print.start')}</span>
      </button>
    </div>
  `;
  return modal({ name: 'print-pictures', title: messages.get('print.title'), content, onClose }, messages);
}

function sentence({ outcome, progress, options, counts }: PrintJob, messages: Messages): string {
  const count = counts[options.what];
  if (progress) {
    return messages.get('print.progress', progress.done, progress.of);
  }
  if (outcome || count === 0) {
    return outcome || messages.get('print.none');
  }
  if (count > MOST_PICTURES) {
    return messages.get('print.tooMany', count, MOST_PICTURES);
  }
  const pages = Math.ceil(count / (options.grid.columns * options.grid.rows));
  const pictures = count === 1 ? messages.get('rail.images.one') : messages.get('rail.images.many', count);
  return pages === 1 ? messages.get('print.pages.one', pictures) : messages.get('print.pages.many', pictures, pages);
}

function choices(job: PrintJob, messages: Messages): TemplateResult {
  const { counts, options, source } = job;
  const hasRoom = hasRoomForTexts(options.grid);
  return html`
    <fieldset class="option-set upright" data-choice="what">
      <legend>${messages.get('print.what')}</legend>
      ${what(job, 'screen', messages.get('print.screen', counts.screen), counts.screen === 0)}
      ${what(job, 'keyImages', messages.get('print.keyImages', counts.keyImages), counts.keyImages === 0)}
      <div class="with-number">
        ${what(job, 'series', messages.get('print.series'), source.frames.length === 0)}
        <input
          type="number"
          name="every"
          inputmode="numeric"
          min="1"
          max=${Math.max(1, source.frames.length)}
          aria-label=${messages.get('print.nth')}
          .value=${String(options.every)}
          @change=${(event: Event) => every(job, event)}
        />
        <span>${messages.get('print.images')}</span>
      </div>
    </fieldset>
    <div class="side-by-side">
      ${select(
        'grid',
        messages.get('print.grid'),
        PRINT_GRIDS.map((grid) => [printGridName(grid), messages.get('print.columns', grid.columns, grid.rows)] as const),
        printGridName(options.grid),
        (name) => job.change({ grid: PRINT_GRIDS.find((grid) => printGridName(grid) === name) ?? options.grid }),
      )}
      ${select(
        'paper',
        messages.get('print.paper'),
        PAPERS.map(({ name }) => [name, name] as const),
        options.paper.name,
        (name) => job.change({ paper: PAPERS.find((paper) => paper.name === name) ?? options.paper }),
      )}
    </div>
    <fieldset class="option-set upright">
      <legend>${messages.get('export.show')}</legend>
      ${tick('marks', messages.get('print.marks'), options.hasMarks, (isOn) => job.change({ hasMarks: isOn }))}
      ${tick(
        'texts',
        messages.get('print.texts'),
        options.hasTexts && hasRoom,
        (isOn) => job.change({ hasTexts: isOn }),
        !hasRoom,
      )}
    </fieldset>
  `;
}

function what(job: PrintJob, value: 'screen' | 'keyImages' | 'series', text: string, isOff: boolean): TemplateResult {
  return html`
    <label class="option">
      <input
        type="radio"
        name="what"
        value=${value}
        .checked=${job.options.what === value}
        ?disabled=${isOff}
        @change=${() => job.change({ what: value })}
      />
      <span>${text}</span>
    </label>
  `;
}

/** Whole numbers that leave at least one picture; anything else is as if nothing had been typed. */
function every(job: PrintJob, event: Event): void {
  const typed = (event.target as HTMLInputElement).valueAsNumber;
  const most = Math.max(1, job.source.frames.length);
  const isNumber = Number.isFinite(typed);
  job.change({ what: 'series', every: isNumber ? Math.min(most, Math.max(1, Math.round(typed))) : job.options.every });
}
