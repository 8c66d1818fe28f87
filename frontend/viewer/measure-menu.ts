import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from './icons';
import { focusFirst, moveFocus } from './menu-focus';
import type { Messages } from './messages';
import { TOOL_KEYS } from './shortcuts';
import type { ToolName } from './tool-set';
import type { ToolbarModel } from './toolbar';

/** All that draws, in the order of its use. */
const DRAWING_TOOLS: readonly ToolName[] = [
  'length',
  'angle',
  'cobb',
  'bidirectional',
  'ellipse',
  'rectangle',
  'freehand',
  'probe',
  'arrow',
  'text',
  'calibration',
  'eraser',
];

/** A button that opens the list of everything that measures and marks; it shows the tool of the list that is in use. */
export function measureMenu(model: ToolbarModel, messages: Messages): TemplateResult {
  const isOpen = model.openMenu === 'measure';
  const label = messages.get('tools.measure');
  // Length and angle have buttons of their own, but not on a phone.
  const isInUse = DRAWING_TOOLS.includes(model.active);
  return html`
    <div class="menu-anchor">
      <button
        class="tool measure ${isInUse ? 'in-use' : ''} ${DRAWING_TOOLS.indexOf(model.active) < 2 ? 'has-button' : ''}"
        data-tool="measure"
        title=${label}
        aria-label=${label}
        aria-haspopup="menu"
        aria-expanded=${isOpen}
        ?disabled=${!model.isReady}
        @click=${() => model.onMenu(isOpen ? undefined : 'measure')}
      >
        ${icon(isInUse && !isOpen ? model.active : 'measure')}
      </button>
      ${
        isOpen
          ? html`<div class="menu measure-menu" role="menu" aria-label=${label} @keydown=${moveFocus} ${ref(focusFirst)}>
            ${DRAWING_TOOLS.map((tool) => item(tool, model, messages))}
          </div>`
          : nothing
      }
    </div>
  `;
}

function item(tool: ToolName, model: ToolbarModel, messages: Messages): TemplateResult {
  return html`
    <button
      class="menu-item with-icon"
      role="menuitemradio"
      data-menu-tool=${tool}
      aria-checked=${model.active === tool}
      @click=${() => model.onTool(tool)}
    >
      ${icon(tool)}
      <span>${messages.get(`tool.${tool}`)}</span>
      <kbd>${TOOL_KEYS[tool] ?? ''}</kbd>
    </button>
  `;
}
