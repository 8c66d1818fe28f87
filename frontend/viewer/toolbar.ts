import { html, nothing, type TemplateResult } from 'lit';
import { enhanceMenu, type EnhanceMenuModel } from './enhance/enhance-menu';
import { paletteMenu, type PaletteMenuModel } from './enhance/palette-menu';
import { exportMenu, type ExportMenuModel } from './export/export-menu';
import { ACTION_ICONS, icon, type IconName } from './icons';
import { layoutMenu, type LayoutMenuModel } from './layout-menu';
import { linkMenu, type LinkMenuModel } from './link-menu';
import type { LookupTable } from './lookup-table';
import { measureMenu, WITH_BUTTONS } from './measure-menu';
import type { Messages } from './messages';
import { layersMenu, type LayersMenuModel } from './presentation/layers-menu';
import { presetMenu } from './preset-menu';
import type { Keymap } from './settings/keymap';
import { ACTION_KEYS, HAND_KEYS, PANEL_KEYS, TOOL_KEYS, type ActionName } from './shortcuts';
import type { ToolName } from './tool-set';
import type { WindowPreset, Windowing } from './window-presets';

/** What the tool bar shows and what it can ask for. */
export interface ToolbarModel {
  /** Where the page came from, undefined when there is nothing to go back to. */
  readonly back: BackLink | undefined;
  readonly active: ToolName;
  readonly isReady: boolean;
  /** Whether it is known where the picture lies in the patient. */
  readonly isPlaced: boolean;
  readonly isInverted: boolean;
  readonly hasMeasurements: boolean;
  readonly presets: readonly WindowPreset[];
  readonly windowing: Windowing | undefined;
  /** Table of the file in use instead of a window. */
  readonly table: LookupTable | undefined;
  /** Whether the picture has values that a window can be laid on. */
  readonly canWindow: boolean;
  readonly layouts: LayoutMenuModel;
  readonly links: LinkMenuModel;
  readonly enhance: EnhanceMenuModel;
  readonly palettes: PaletteMenuModel;
  readonly layers: LayersMenuModel;
  readonly panels: Readonly<Record<PanelName, PanelModel>>;
  readonly exports: ExportMenuModel;
  readonly screen: ScreenModel;
  /** What the keys do for this reader. */
  readonly keys: Keymap;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isKeyImage: boolean;
  /** Whether the list of measurements is open. */
  readonly isListOpen: boolean;
  readonly openMenu: MenuName | undefined;
  readonly onTool: (tool: ToolName) => void;
  readonly onAction: (action: ActionName) => void;
  readonly onPreset: (preset: WindowPreset) => void;
  readonly onMenu: (menu: MenuName | undefined) => void;
  readonly onSecondWindow: () => void;
}

/** What opens out of the tool bar; one at a time. */
export type MenuName = 'presets' | 'measure' | 'more' | 'layouts' | 'links' | 'enhance' | 'palette' | 'layers' | 'export' | DialogName;

/** What opens over the viewer. */
export type DialogName = 'help' | 'picture' | 'print' | 'settings';

/** What takes the place of the pictures or stands beside them. */
export type PanelName = 'mpr' | 'tags';

export interface PanelModel {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** The whole screen for the viewer. */
export interface ScreenModel {
  readonly isPossible: boolean;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

export interface BackLink {
  readonly href: string;
  readonly label: string;
}

const DIALOGS: readonly MenuName[] = ['help', 'picture', 'print', 'settings'] satisfies DialogName[];

const POINTER_TOOLS: readonly ToolName[] = ['window', 'scroll', 'zoom', 'pan'];
const CELL_TOOLS: readonly ToolName[] = ['crosshairs', 'magnify'];
const ACTIONS: readonly ActionName[] = ['invert', 'rotate', 'flip', 'fit', 'actual', 'reset'];
const MARK_ACTIONS: readonly ActionName[] = ['keyImage', 'measurements'];

export function toolbar(model: ToolbarModel, messages: Messages): TemplateResult {
  return html`
    <div class="toolbar" role="toolbar" aria-label=${messages.get('tools.name')}>
      ${model.back ? html`<div class="group">${backLink(model.back)}</div>` : nothing}
      <div class="group">${POINTER_TOOLS.map((tool) => toolButton(tool, model, messages))}</div>
      <div class="group only-wide">${WITH_BUTTONS.map((tool) => toolButton(tool, model, messages))}</div>
      <div class="group joined">${measureMenu(model, messages)}</div>
      <div class="group">${presetMenu(model, messages)}</div>
      <slot name="tools"></slot>
      <div class="group only-narrow">${moreButton(model, messages)}</div>
      <div class="secondary ${isPanelOpen(model) ? 'open' : ''}">
        <div class="group">${ACTIONS.map((action) => actionButton(action, model, messages))}</div>
        <div class="group">
          ${layoutMenu(model.layouts, messages)} ${linkMenu(model.links, messages)}
          ${CELL_TOOLS.map((tool) => toolButton(tool, model, messages))}
        </div>
        <div class="group">
          ${panelButton('mpr', model, messages)} ${enhanceMenu(model.enhance, messages)}
          ${paletteMenu(model.palettes, messages)} ${layersMenu(model.layers, messages)}
          ${panelButton('tags', model, messages)}
        </div>
        <div class="group">${MARK_ACTIONS.map((action) => actionButton(action, model, messages))}</div>
        <div class="group">
          ${exportMenu(model.exports, messages)} ${secondButton(model, messages)} ${screenButton(model, messages)}
          ${settingsButton(model, messages)} ${helpButton(model, messages)}
        </div>
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
  const isOff = !model.isReady || !canUse(tool, model);
  return button(tool, label, keyNow(TOOL_KEYS[tool], model), () => model.onTool(tool), isOff, model.active === tool);
}

function canUse(tool: ToolName, { canWindow, isPlaced }: ToolbarModel): boolean {
  return tool === 'window' ? canWindow : tool !== 'crosshairs' || isPlaced;
}

function actionButton(action: ActionName, model: ToolbarModel, messages: Messages): TemplateResult {
  return button(
    ACTION_ICONS[action],
    messages.get(`action.${action}`),
    keyNow(ACTION_KEYS[action], model),
    () => model.onAction(action),
    !model.isReady,
    pressed(action, model),
  );
}

function panelButton(panel: PanelName, model: ToolbarModel, messages: Messages): TemplateResult {
  const { isOpen, onToggle } = model.panels[panel];
  const isOff = !model.isReady && !isOpen;
  return button(panel, messages.get(`${panel}.action`), keyNow(PANEL_KEYS[panel], model), onToggle, isOff, isOpen);
}

/** Undefined for an action that is no switch. */
function pressed(action: ActionName, model: ToolbarModel): boolean | undefined {
  switch (action) {
    case 'invert':
      return model.isInverted;
    case 'keyImage':
      return model.isKeyImage;
    case 'measurements':
      return model.isListOpen;
    default:
      return undefined;
  }
}

/** On a phone, where some menus open out of the panel of the other tools. */
function isPanelOpen({ openMenu }: ToolbarModel): boolean {
  return openMenu !== undefined && openMenu !== 'presets' && !DIALOGS.includes(openMenu);
}

/** Of a command that has this key by default. */
function keyNow(key: string | undefined, { keys }: ToolbarModel): string | undefined {
  return key && keys.inPlaceOf(key);
}

function screenButton(model: ToolbarModel, messages: Messages): TemplateResult | typeof nothing {
  const { isPossible, isOn, onToggle } = model.screen;
  const label = messages.get(isOn ? 'screen.leave' : 'screen.fill');
  const key = keyNow(HAND_KEYS.fullScreen, model);
  return isPossible ? button(isOn ? 'leave' : 'fill', label, key, onToggle, false, isOn) : nothing;
}

function settingsButton(model: ToolbarModel, messages: Messages): TemplateResult {
  return button('settings', messages.get('settings.action'), undefined, () => model.onMenu('settings'), false);
}

function secondButton(model: ToolbarModel, messages: Messages): TemplateResult {
  return button('second', messages.get('action.second'), undefined, model.onSecondWindow, false);
}

function helpButton(model: ToolbarModel, messages: Messages): TemplateResult {
  return button('help', messages.get('action.help'), keyNow('?', model), () => model.onMenu('help'), false);
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
