import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons';
import type { LookupTable } from './lookup-table';
import { measureMenu } from './measure-menu';
import type { Messages } from './messages';
import { presetMenu } from './preset-menu';
import { ACTION_KEYS, TOOL_KEYS, type ActionName } from './shortcuts';
import type { ToolName } from './tool-set';
import type { WindowPreset, Windowing } from './window-presets';

/** What the tool bar shows and what it can ask for. */
export interface ToolbarModel {
  /** Where the page came from, undefined when there is nothing to go back to. */
  readonly back: BackLink | undefined;
  readonly active: ToolName;
  readonly isReady: boolean;
  readonly isInverted: boolean;
  readonly hasMeasurements: boolean;
  readonly presets: readonly WindowPreset[];
  readonly windowing: Windowing | undefined;
  /** Table of the file in use instead of a window. */
  readonly table: LookupTable | undefined;
  /** Whether the picture has values that a window can be laid on. */
  readonly canWindow: boolean;
  readonly openMenu: 'presets' | 'measure' | 'more' | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isKeyImage: boolean;
  readonly isPanelOpen: boolean;
  readonly onTool: (tool: ToolName) => void;
  readonly onAction: (action: ActionName) => void;
  readonly onPreset: (preset: WindowPreset) => void;
  readonly onMenu: (menu: ToolbarModel['openMenu']) => void;
}

export interface BackLink {
  readonly href: string;
  readonly label: string;
}

const POINTER_TOOLS: readonly ToolName[] = ['window', 'scroll', 'zoom', 'pan'];
const MEASURING_TOOLS: readonly ToolName[] = ['length', 'angle'];
const ACTIONS: readonly ActionName[] = ['invert', 'rotate', 'flip', 'fit', 'actual', 'reset'];
const MARK_ACTIONS: readonly ActionName[] = ['undo', 'redo', 'clear', 'keyImage', 'measurements'];

export function toolbar(model: ToolbarModel, messages: Messages): TemplateResult {
  return html`
    <div class="toolbar" role="toolbar" aria-label=${messages.get('tools.name')}>
      ${model.back ? html`<div class="group">${backLink(model.back)}</div>` : nothing}
      <div class="group">${POINTER_TOOLS.map((tool) => toolButton(tool, model, messages))}</div>
      <div class="group only-wide">${MEASURING_TOOLS.map((tool) => toolButton(tool, model, messages))}</div>
      <div class="group joined">${measureMenu(model, messages)}</div>
      <div class="group">${presetMenu(model, messages)}</div>
      <div class="group only-narrow">${moreButton(model, messages)}</div>
      <div class="group secondary ${model.openMenu === 'more' ? 'open' : ''}">
        ${ACTIONS.map((action) => actionButton(action, model, messages))}
        <span class="divider"></span>
        ${MARK_ACTIONS.map((action) => actionButton(action, model, messages))}
      </div>
    </div>
  `;
}

function backLink({ href, label }: BackLink): TemplateResult {
  return html`
    <a class="tool back" href=${href} title=${label} aria-label=${label}>${icon('back')}<span>${label}</span></a>
  `;
}

function toolButton(tool: ToolName, model: ToolbarModel, messages: Messages): TemplateResult {
  const label = messages.get(`tool.${tool}`);
  const isOff = !model.isReady || (tool === 'window' && !model.canWindow);
  return button(tool, label, TOOL_KEYS[tool], () => model.onTool(tool), isOff, model.active === tool);
}

function actionButton(action: ActionName, model: ToolbarModel, messages: Messages): TemplateResult {
  const isOff = !model.isReady || !isPossible(action, model);
  const isPressed = pressed(action, model);
  return button(
    ICONS[action] ?? (action as IconName),
    messages.get(`action.${action}`),
    ACTION_KEYS[action],
    () => model.onAction(action),
    isOff,
    isPressed,
  );
}

/** Actions whose icon has another name. */
const ICONS: Readonly<Partial<Record<ActionName, IconName>>> = { keyImage: 'key-image', measurements: 'list' };

function isPossible(action: ActionName, model: ToolbarModel): boolean {
  switch (action) {
    case 'clear':
      return model.hasMeasurements;
    case 'undo':
      return model.canUndo;
    case 'redo':
      return model.canRedo;
    default:
      return true;
  }
}

/** Undefined for an action that is no switch. */
function pressed(action: ActionName, model: ToolbarModel): boolean | undefined {
  switch (action) {
    case 'invert':
      return model.isInverted;
    case 'keyImage':
      return model.isKeyImage;
    case 'measurements':
      return model.isPanelOpen;
    default:
      return undefined;
  }
}

function moreButton(model: ToolbarModel, messages: Messages): TemplateResult {
  const isOpen = model.openMenu === 'more';
  return button(
    'more',
    messages.get('tools.more'),
    undefined,
    () => model.onMenu(isOpen ? undefined : 'more'),
    false,
    isOpen,
  );
}

function button(
  symbol: IconName,
  label: string,
  key: string | undefined,
  onClick: () => void,
  isDisabled: boolean,
  isPressed?: boolean,
): TemplateResult {
  return html`
    <button
      class="tool"
      data-tool=${symbol}
      title=${key ? `${label} (${key})` : label}
      aria-label=${label}
      aria-keyshortcuts=${key ?? nothing}
      aria-pressed=${isPressed === undefined ? nothing : String(isPressed)}
      ?disabled=${isDisabled}
      @click=${onClick}
    >
      ${icon(symbol)}
    </button>
  `;
}
