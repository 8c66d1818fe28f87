import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon, type IconName } from '../icons';
import type { Messages } from '../messages';
import { copyText } from './clipboard';
import type { TagBrowser } from './tag-browser';
import { rowsAsText, shownRows, type ShownRow, type TagRow } from './tag-rows';

/** Characters of a value that are shown; all of them are copied. */
const MOST_CHARACTERS = 300;

/** Beside the picture: the attributes of the object that is shown, with a search. */
export function tagPanel(browser: TagBrowser, messages: Messages): TemplateResult | typeof nothing {
  if (!browser.isOpen) {
    return nothing;
  }
  const { phase } = browser;
  const copyAll = () => phase.name === 'ready' && void copyText(rowsAsText(phase.rows));
  return html`
    <section
      class="tag-panel"
      aria-label=${messages.get('tags.name')}
      @keydown=${(event: KeyboardEvent) => onKey(event, browser)}
    >
      <header>
        <h2>${messages.get('tags.name')}</h2>
        ${button('copy', messages.get('tags.copyAll'), copyAll, phase.name !== 'ready')}
        ${button('close', messages.get('tags.close'), () => browser.close())}
        ${searchField(browser, messages)}
      </header>
      ${content(browser, messages)}
    </section>
  `;
}

function searchField(browser: TagBrowser, messages: Messages): TemplateResult {
  const label = messages.get('tags.search');
  return html`
    <input
      type="search"
      placeholder=${label}
      aria-label=${label}
      .value=${browser.search}
      ${ref(focusFirst)}
      @input=${(event: Event) => (browser.search = (event.target as HTMLInputElement).value)}
    />
  `;
}

function content(browser: TagBrowser, messages: Messages): TemplateResult {
  const { phase } = browser;
  switch (phase.name) {
    case 'loading':
      return html`<p class="detail" role="status">
        <span class="spinner small"></span> ${messages.get('tags.loading')}
      </p>`;
    case 'failed':
      return html`<p class="detail" role="alert">${messages.get('tags.failed')} ${phase.reason}</p>`;
    case 'ready':
      return list(phase.rows, browser, messages);
  }
}

function list(rows: readonly TagRow[], browser: TagBrowser, messages: Messages): TemplateResult {
  const shown = shownRows(rows, browser.unfolded, browser.search);
  return html`
    <div class="tag-list" tabindex="0" role="group" aria-label=${messages.get('tags.list')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${messages.get('tags.tag')}</th>
            <th scope="col">${messages.get('tags.keyword')}</th>
            <th scope="col">${messages.get('tags.vr')}</th>
            <th scope="col">${messages.get('tags.value')}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown,
            ({ path }) => path,
            (row) => line(row, browser, messages),
          )}
        </tbody>
      </table>
      ${shown.length === 0 ? html`<p class="detail" role="status">${messages.get('tags.nothing')}</p>` : nothing}
    </div>
  `;
}

function line(row: ShownRow, browser: TagBrowser, messages: Messages): TemplateResult {
  const { tag, name, vr, value, depth, isPrivate, rows, path } = row;
  const privately = isPrivate ? messages.get('tags.private') : '';
  const shown = value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)}…` : value;
  // Assigned through the property, which a strict style-src allows and an attribute would not be.
  return html`
    <tr class=${isPrivate ? 'private' : ''} data-path=${path} .style=${`--depth: ${depth}`}>
      <td class="tag">${rows.length > 0 ? foldButton(row, browser, messages) : nothing}${tag}</td>
      <td>${name}${isPrivate ? html`<span class="private-mark">${privately}</span>` : nothing}</td>
      <td>${vr}</td>
      <td class="value">
        <div>
          <span>${shown}</span>
          ${value ? button('copy', messages.get('tags.copy', name || tag), () => void copyText(value)) : nothing}
        </div>
      </td>
    </tr>
  `;
}

function foldButton({ path, isOpen, name }: ShownRow, browser: TagBrowser, messages: Messages): TemplateResult {
  const label = messages.get(isOpen ? 'tags.fold' : 'tags.unfold', name);
  return html`
    <button
      class="fold"
      aria-expanded=${isOpen}
      aria-label=${label}
      title=${label}
      @click=${() => browser.fold(path)}
    >
      ${icon('fold')}
    </button>
  `;
}

function button(symbol: IconName, label: string, onClick: () => void, isDisabled = false): TemplateResult {
  return html`
    <button
      class="tool"
      data-tool="tags-${symbol}"
      title=${label}
      aria-label=${label}
      ?disabled=${isDisabled}
      @click=${onClick}
    >
      ${icon(symbol)}
    </button>
  `;
}

/** Keys in the panel are for the panel: the picture does not scroll below it. */
function onKey(event: KeyboardEvent, browser: TagBrowser): void {
  event.stopPropagation();
  if (event.key === 'Escape') {
    browser.close();
  }
}

/** The keyboard goes on in the panel that it opened; a finger would only call up the keyboard of the screen. */
function focusFirst(field: Element | undefined): void {
  if (field instanceof HTMLElement && !matchMedia('(pointer: coarse)').matches) {
    // It is put into the page after this.
    queueMicrotask(() => field.focus());
  }
}
