import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { readableMoment } from './clock';
import { differenceView } from './difference-view';
import { differingParts, merged, suggestion, type Choice, type Part } from './merging';
import type { PanelModel } from './panel-model';
import type { ReportContent } from './report';
import { textDifference } from './text-difference';
import type { Writing } from './writing';
import type { TextConflict } from './writing-start';

/** Two texts side by side, and for each part in which they differ the question which it is to be. */
export function conflictView(conflict: TextConflict, writing: Writing, model: PanelModel): TemplateResult {
  const { messages } = model;
  const { mine, theirs } = conflict;
  const parts = differingParts(mine, theirs);
  const choices = Object.fromEntries(parts.map((part) => [part, choiceOf(part, conflict, model)]));
  const settle = () => writing.settle(merged(mine, theirs, choices));
  return html`
    <section class="conflict" aria-label=${messages.get('conflict.title')}>
      <h2>${messages.get('conflict.title')}</h2>
      <p>${explanation(conflict, model)}</p>
      ${parts.map((part) => partView(part, conflict, model))}
      <div class="actions">
        <button type="button" class="primary" data-do="settle" @click=${settle}>${messages.get('conflict.do')}</button>
      </div>
    </section>
  `;
}

function explanation({ kind, by, at }: TextConflict, { messages }: PanelModel): string {
  return kind === 'VERSION'
    ? messages.get('conflict.version', by, readableMoment(at))
    : messages.get('conflict.window', readableMoment(at));
}

function choiceOf(part: Part, { mine, theirs, base }: TextConflict, { choices }: PanelModel): Choice {
  return choices[part] ?? suggestion(part, mine, theirs, base);
}

function partView(part: Part, conflict: TextConflict, model: PanelModel): TemplateResult {
  const { messages, onChoice } = model;
  const { mine, theirs } = conflict;
  const chosen = choiceOf(part, conflict, model);
  const name = messages.get(part === 'details' ? 'conflict.fields' : `section.${part}`);
  const offered: readonly Choice[] = part === 'details' ? ['mine', 'theirs'] : ['mine', 'theirs', 'both'];
  const words = { mine: 'conflict.keepMine', theirs: 'conflict.keepTheirs', both: 'conflict.keepBoth' } as const;
  const parts = textDifference(textOf(part, theirs), textOf(part, mine));
  return html`
    <section class="two-texts">
      <h3>${name}</h3>
      <div class="sides">
        <div><h4>${messages.get('conflict.theirs')}</h4>${differenceView(parts, 'before', messages)}</div>
        <div><h4>${messages.get('conflict.mine')}</h4>${differenceView(parts, 'after', messages)}</div>
      </div>
      <fieldset class="choice">
        <legend class="unseen">${messages.get('conflict.of', name)}</legend>
        ${offered.map(
          (choice) => html`<label>
            <input
              type="radio"
              name=${`choice-${part}`}
              value=${choice}
              .checked=${live(chosen === choice)}
              @change=${() => onChoice(part, choice)}
            />
            ${messages.get(words[choice])}
          </label>`,
        )}
      </fieldset>
    </section>
  `;
}

function textOf(part: Part, content: ReportContent): string {
  if (part !== 'details') {
    return content[part];
  }
  const fields = content.fields.map(({ label, value, unit }) => `${label}: ${value} ${unit}`.trim());
  return [...fields, ...content.keyImages.map(({ caption }, place) => `${place + 1}: ${caption}`)].join('\n');
}
