import { html, type TemplateResult } from 'lit';
import type { FailureKind } from './dicomweb';
import { documentPanel } from './document-panel';
import { icon, type IconName } from './icons';
import type { Messages } from './messages';
import type { Phase } from './phase';
import type { FrameFailure } from './stack';

/** What a reader can do about a failure. */
export interface WayOn {
  readonly retry: () => void;
  /** Address of the login, undefined when the page has none. */
  readonly login: string | undefined;
}

/** What stands in the place of the picture when there is none: undefined when there is one. */
export function phaseNotice(
  phase: Phase | undefined,
  messages: Messages,
  on: WayOn,
): TemplateResult | undefined {
  switch (phase?.name) {
    case undefined:
      return notice('empty', messages.get('state.noStudy'));
    case 'loading':
      return loadingNotice(messages);
    case 'empty':
      return notice('empty', messages.get('state.empty'));
    case 'deleted':
      return notice('warning', messages.get('state.deleted'), messages.get('state.deletedAdvice'));
    case 'noPictures':
      return documentPanel(phase.documents, messages);
    case 'failed':
      return phase.kind === 'session'
        ? sessionNotice(messages, on)
        : notice('warning', messages.get(failureKey(phase.kind)), phase.detail, retryButton(messages, on.retry));
    case 'ready':
      return undefined;
  }
}

export function loadingNotice(messages: Messages): TemplateResult {
  return html`
    <div class="notice" role="status">
      <span class="spinner"></span>
      <p>${messages.get('state.loading')}</p>
    </div>
  `;
}

/** In a cell that no series was put into yet. */
export function vacantNotice(messages: Messages): TemplateResult {
  return html`<div class="notice"><p class="detail">${messages.get('cell.vacant')}</p></div>`;
}

/** In the place of a picture that could not be loaded or decoded. */
export function failureNotice(
  failure: FrameFailure,
  place: number,
  messages: Messages,
  on: WayOn,
): TemplateResult {
  if (failure.kind === 'session') {
    return sessionNotice(messages, on);
  }
  const headline = messages.get('state.frameFailed', place + 1);
  return notice('warning', headline, failure.reason, retryButton(messages, on.retry));
}

function sessionNotice(messages: Messages, { retry, login }: WayOn): TemplateResult {
  const action = login === undefined ? retryButton(messages, retry) : loginLink(messages, login);
  return notice('warning', messages.get('error.session'), '', action);
}

/** For the router of the page it is no link: the login starts with a new page. */
function loginLink(messages: Messages, href: string): TemplateResult {
  return html`<a class="text-button" href=${href} router-ignore>${messages.get('action.login')}</a>`;
}

function notice(symbol: IconName, headline: string, detail = '', action?: TemplateResult): TemplateResult {
  return html`
    <div class="notice" role="alert">
      ${icon(symbol)}
      <p>${headline}</p>
      ${detail ? html`<p class="detail">${detail}</p>` : ''} ${action ?? ''}
    </div>
  `;
}

function retryButton(messages: Messages, retry: () => void): TemplateResult {
  return html`<button class="text-button" @click=${retry}>${messages.get('action.retry')}</button>`;
}

function failureKey(kind: FailureKind): `error.${FailureKind}` {
  return `error.${kind}`;
}
