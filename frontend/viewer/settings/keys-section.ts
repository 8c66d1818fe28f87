import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../messages';
import { commandGroups, labelOf, type CommandGroup, type ListedCommand } from './command-list';
import { keyLabel } from './keymap';
import type { KeyQuestion, SettingsDesk } from './settings-desk';

/** Every command with its keys, each of which can be changed by pressing another. */
export function keysSection(desk: SettingsDesk, messages: Messages): TemplateResult {
  return html`
    <section class="keys">
      <h3>${messages.get('settings.keys')}</h3>
      <div class="key-groups">${commandGroups(messages).map((group) => groupOf(group, desk, messages))}</div>
    </section>
  `;
}

function groupOf({ title, commands }: CommandGroup, desk: SettingsDesk, messages: Messages): TemplateResult {
  return html`
    <div class="key-group">
      <h4>${title}</h4>
      ${commands.map((command) => row(command, desk, messages))}
    </div>
  `;
}

function row({ name, label }: ListedCommand, desk: SettingsDesk, messages: Messages): TemplateResult {
  const question = desk.question?.name === name ? desk.question : undefined;
  const isChanged = Object.hasOwn(desk.settings.now.keys, name);
  const reset = messages.get('settings.reset', label);
  return html`
    <div class="key-row ${question ? 'asked' : ''}" data-command=${name}>
      <span class="key-label">${label}</span>
      ${
        isChanged
          ? html`<button
            class="small-text"
            data-do="reset"
            title=${reset}
            aria-label=${reset}
            @click=${(event: Event) => then(event, () => desk.resetKey(name))}
          >${messages.get('settings.resetShort')}</button>`
          : nothing
      }
      <button
        class="key-button"
        data-do="change"
        @click=${() => desk.ask(name)}
        @blur=${() => question?.kind === 'press' && desk.leave()}
      >
        <span class="only-heard">${messages.get('settings.change', label)}</span>
        ${question?.kind === 'press' ? messages.get('settings.pressNow') : keysOf(name, desk, messages)}
      </button>
      ${question ? questionOf(question, desk, messages) : nothing}
    </div>
  `;
}

function keysOf(name: string, { settings }: SettingsDesk, messages: Messages): unknown {
  const keys = settings.keys.keysOf(name);
  return keys.length === 0
    ? html`<span class="no-key">${messages.get('settings.noKey')}</span>`
    : keys.map((key) => html` <kbd>${keyLabel(key)}</kbd> `);
}

function questionOf(question: KeyQuestion, desk: SettingsDesk, messages: Messages): TemplateResult {
  if (question.kind === 'press') {
    const { reserved } = question;
    const sentence = reserved ? messages.get('settings.reserved', keyLabel(reserved)) : messages.get('settings.hint');
    return html`<p class="key-question" role="status">${sentence}</p>`;
  }
  const owner = labelOf(question.owner, messages);
  return html`
    <div class="key-question" role="alert">
      <span>${messages.get('settings.conflict', keyLabel(question.key), owner)}</span>
      <button class="small-text" data-do="take" @click=${(event: Event) => then(event, () => desk.takeOver())}>
        ${messages.get('settings.take')}
      </button>
      <button class="small-text" data-do="leave" @click=${(event: Event) => then(event, () => desk.leave())}>
        ${messages.get('settings.leave')}
      </button>
    </div>
  `;
}

/** The keyboard goes on at the key of the row: the button that was pressed is about to go. */
function then(event: Event, run: () => void): void {
  (event.currentTarget as Element).closest('.key-row')?.querySelector<HTMLElement>('.key-button')?.focus();
  run();
}
