import { html, type TemplateResult } from 'lit';
import type { Cine } from './cine';
import { FASTEST, SLOWEST } from './cine-rate';
import { icon } from './icons';
import type { Messages } from './messages';

/** Below the picture, wherever there is something to play: play or pause, and how fast. */
export function cineBar(cine: Cine, messages: Messages): TemplateResult {
  const label = messages.get(cine.isPlaying ? 'cine.pause' : 'cine.play');
  const rate = messages.get('cine.rate', cine.rate);
  return html`
    <div class="cine ${cine.isPlaying ? 'playing' : ''}" role="group" aria-label=${messages.get('cine.name')}>
      <button
        class="tool"
        data-tool="cine"
        title="${label} (C)"
        aria-label=${label}
        aria-keyshortcuts="C Space"
        @click=${() => cine.toggle()}
      >
        ${icon(cine.isPlaying ? 'pause' : 'play')}
      </button>
      <input
        type="range"
        min=${SLOWEST}
        max=${FASTEST}
        .value=${String(cine.rate)}
        title=${messages.get('cine.speed')}
        aria-label=${messages.get('cine.speed')}
        aria-valuetext=${rate}
        @input=${(event: Event) => (cine.rate = Number((event.target as HTMLInputElement).value))}
      />
      <span class="rate">${rate}</span>
    </div>
  `;
}
