import { html, type TemplateResult } from 'lit';
import type { FailureKind } from './dicomweb';
import { icon, type IconName } from './icons';
import type { Messages } from './messages';
import type { FrameFailure } from './stack';
import type { SessionPhase } from './study-session';

/** What stands in the place of the picture when there is none: undefined when there is one. */
export function phaseNotice(
  phase: SessionPhase | undefined,
  messages: Messages,
  retry: () => void,
): TemplateResult | undefined {
  switch (phase?.name) {
    case undefined:
      return notice('empty', messages.get('state.noStudy'));
    case 'loading':
      return loadingNotice(messages);
    case 'empty':
      return notice('empty', messages.get('state.empty'));
    case 'noPictures':
      return notice('document', messages.get('state.noPictures', phase.modality || '?'));
    case 'failed':
      return notice('warning', messages.get(failureKey(phase.kind)), phase.detail, retryButton(messages, retry));
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

/** In the place of a picture that could not be loaded or decoded. */
export function failureNotice(
  failure: FrameFailure,
  place: number,
  messages: Messages,
  retry: () => void,
): TemplateResult {
  const headline = messages.get('state.frameFailed', place + 1);
  return notice('warning', headline, failure.reason, retryButton(messages, retry));
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
