import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { ACTION_ICONS, icon } from './icons';
import { focusFirst, moveFocus } from './menu-keys';
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

/** Those that are in the bar as well. */
export const WITH_BUTTONS: readonly ToolName[] = ['length', 'angle'];

/** What is done with what was drawn. */
const ACTIONS = ['undo', 'redo', 'clear'] as const;

const KEYS = { undo: 'Ctrl Z', redo: 'Ctrl Y', clear: '' } as const;

/** A button that opens the list of everything that measures and marks; it shows the tool of the list that is in use. */
export function measureMenu(model: ToolbarModel, messages: Messages): TemplateResult {
  const isOpen = model.openMenu === 'measure';
  const label = messages.get('tools.measure');
  // Length and angle have buttons of their own, but not on a phone.
  const isInUse = DRAWING_TOOLS.includes(model.active);
  const hasButton = WITH_BUTTONS.includes(model.active);
  return html`
    <div class="menu-anchor">
      <button
        class="tool measure ${isInUse ? 'in-use' : ''} ${hasButton ? 'has-button' : ''}"
        data-tool="measure"
        title=${label}
        aria-label=${label}
        aria-haspopup="menu"
        aria-expanded=${isOpen}
        ?disabled=${!model.isReady}
        @click=${() => model.onMenu(isOpen ? undefined : 'measure')}
      >
        ${icon(isInUse && !hasButton && !isOpen ? model.active : 'measure')}
      </button>
      ${
        isOpen
          ? html`<div
            class="menu measure-menu"
            role="menu"
            aria-label=${label}
            @keydown=${moveFocus}
            ${ref(focusFirst)}
          >
            ${DRAWING_TOOLS.map((tool) => item(tool, model, messages))}
            <hr />
            ${ACTIONS.map((action) => actionItem(action, model, messages))}
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
      <kbd>${model.keys.inPlaceOf(TOOL_KEYS[tool] ?? '') ?? ''}</kbd>
    </button>
  `;
}

/** The menu stays open: several steps are often taken back. */
function actionItem(action: (typeof ACTIONS)[number], model: ToolbarModel, messages: Messages): TemplateResult {
  const isPossible = { undo: model.canUndo, redo: model.canRedo, clear: model.hasMeasurements }[action];
  return html`
    <button
      class="menu-item with-icon"
      role="menuitem"
      data-menu-tool=${action}
      ?disabled=${!isPossible}
      @click=${() => model.onAction(action)}
    >
      ${icon(ACTION_ICONS[action])}
      <span>${messages.get(`action.${action}`)}</span>
      <kbd>${KEYS[action]}</kbd>
    </button>
  `;
}
