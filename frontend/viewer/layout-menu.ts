import { html, nothing, svg, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { gridName, type Grid } from './grid';
import { icon } from './icons';
import { focusFirst, moveFocus } from './menu-keys';
import type { Messages } from './messages';

/** What the choice of a layout shows and can ask for. */
export interface LayoutMenuModel {
  readonly isOpen: boolean;
  /** That opens it, undefined when none does. */
  readonly key: string | undefined;
  readonly grid: Grid;
  readonly grids: readonly Grid[];
  readonly onToggle: () => void;
  readonly onGrid: (grid: Grid) => void;
}

/** A button that opens the layouts, each drawn as it will be. */
export function layoutMenu(model: LayoutMenuModel, messages: Messages): TemplateResult {
  const label = messages.get('action.layout');
  return html`
    <div class="menu-anchor">
      <button
        class="tool"
        data-tool="layout"
        title=${model.key ? `${label} (${model.key})` : label}
        aria-label=${label}
        aria-keyshortcuts=${model.key ?? nothing}
        aria-haspopup="menu"
        aria-expanded=${model.isOpen}
        @click=${model.onToggle}
      >
        ${icon('layout')}
      </button>
      ${
        model.isOpen
          ? html`<div class="menu tiles" role="menu" aria-label=${label} @keydown=${moveFocus} ${ref(focusFirst)}>
            ${model.grids.map((grid) => tile(grid, model, messages))}
          </div>`
          : nothing
      }
    </div>
  `;
}

function tile(grid: Grid, model: LayoutMenuModel, messages: Messages): TemplateResult {
  const name = messages.get('layout.grid', grid.rows, grid.columns);
  return html`
    <button
      class="menu-item tile"
      role="menuitemradio"
      aria-checked=${gridName(grid) === gridName(model.grid)}
      aria-label=${messages.get('layout.name', grid.rows, grid.columns)}
      data-grid=${gridName(grid)}
      @click=${() => model.onGrid(grid)}
    >
      ${drawn(grid)}<span>${name}</span>
    </button>
  `;
}

/** On the grid of the icons, 24 by 24. */
function drawn({ rows, columns }: Grid): TemplateResult {
  const [width, height, gap] = [20, 16, 1.5];
  const cellWidth = (width - gap * (columns - 1)) / columns;
  const cellHeight = (height - gap * (rows - 1)) / rows;
  const cells = Array.from({ length: rows * columns }, (_, place) => {
    const [column, row] = [place % columns, Math.floor(place / columns)];
    return svg`<rect x=${2 + column * (cellWidth + gap)} y=${4 + row * (cellHeight + gap)} width=${cellWidth}
      height=${cellHeight} rx="1" />`;
  });
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor"
    stroke-width="1.25">${cells}</svg>`;
}
