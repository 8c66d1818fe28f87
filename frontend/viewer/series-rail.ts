import { html, type TemplateResult } from 'lit';
import type { SeriesSummary } from './dicomweb';
import { icon } from './icons';
import type { Layout } from './layout';
import type { Messages } from './messages';
import { countText } from './series-holding';
import type { StudySession } from './study-session';

/** The series of the study with a picture each; the one of the active cell is marked, and those of the others. */
export function seriesRail(session: StudySession, layout: Layout, messages: Messages): TemplateResult {
  return html`
    <nav class="rail" aria-label=${messages.get('rail.name')}>
      ${session.series.map((series) => seriesButton(series, session, layout, messages))}
    </nav>
  `;
}

function seriesButton(
  series: SeriesSummary,
  session: StudySession,
  layout: Layout,
  messages: Messages,
): TemplateResult {
  const { active, cells } = layout;
  const isCurrent = series === active.series;
  const isShown = cells.length > 1 && cells.some((cell) => cell.series === series);
  const amount = countText(session.count(series), session.holding(series), messages);
  // As it is written on the button, so that it can be called by what is seen.
  const label = [series.modality, title(series, messages), amount]
    .filter(Boolean)
    .join(' ');
  return html`
    <button
      class="series ${isShown ? 'shown' : ''}"
      aria-label=${label}
      title=${label}
      aria-current=${isCurrent ? 'true' : 'false'}
      data-series=${series.seriesInstanceUID}
      @click=${() => void layout.active.open(session, series)}
    >
      <span class="thumbnail">${picture(series, session)}<span class="modality">${series.modality}</span></span>
      <span class="series-title">${title(series, messages)}</span>
      <span class="series-count">${amount}</span>
    </button>
  `;
}

function picture(series: SeriesSummary, session: StudySession): unknown {
  const thumbnail = session.thumbnails.get(series.seriesInstanceUID);
  return thumbnail === undefined
    ? html`<span class="skeleton"></span>`
    : thumbnail === 'none'
      ? icon('document')
      : thumbnail;
}

function title({ description, seriesNumber }: SeriesSummary, messages: Messages): string {
  return description || messages.get('rail.series', seriesNumber ?? '?');
}
