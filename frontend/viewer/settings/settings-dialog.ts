import { html, nothing, type TemplateResult } from 'lit';
import { select, tick } from '../choice';
import { GRIDS, gridName } from '../grid';
import type { Messages } from '../messages';
import { modal } from '../modal';
import type { ViewTool } from '../view-tools';
import { keysSection } from './keys-section';
import type { SettingsDesk } from './settings-desk';
import { KEPT_MEGABYTES, MAGNIFICATIONS, PICTURE_MEGABYTES, type MouseSettings } from './settings';

/** What a button beside the left one may hold. */
const BUTTON_TOOLS: readonly ViewTool[] = ['pan', 'zoom', 'window', 'scroll', 'magnify'];

export interface SettingsModel {
  readonly desk: SettingsDesk;
  /** Whether they are kept beyond this page. */
  readonly isKept: boolean;
  /** Whether images are kept in this browser. */
  readonly keepsImages: boolean;
  /** Of the study that is open. */
  readonly modalities: readonly string[];
  readonly onClose: () => void;
}

/** How the reader likes the viewer: mouse, picture, layouts, memory and keys. Everything holds at once. */
export function settingsDialog(model: SettingsModel, messages: Messages): TemplateResult {
  const { desk, onClose } = model;
  const content = html`
    <div class="modal-body settings-body">
      <div class="settings-columns">
        ${sections(model, messages)}
      </div>
      ${keysSection(desk, messages)}
    </div>
    <div class="modal-foot">
      <p class="outcome" role="status">${messages.get(model.isKept ? 'settings.isKept' : 'settings.notKept')}</p>
      <button class="text-button quiet" data-do="reset-all" @click=${() => desk.resetAll()}>
        ${messages.get('settings.resetAll')}
      </button>
    </div>
  `;
  const onKey = (event: KeyboardEvent) => {
    if (desk.take(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return modal({ name: 'settings', title: messages.get('settings.action'), content, onClose, onKey }, messages);
}

/** The mouse comes last where fingers are used. */
function sections(model: SettingsModel, messages: Messages): unknown[] {
  const mouse = mouseSection(model.desk, messages);
  const others = [pictureSection(model.desk, messages), layoutSection(model, messages), memorySection(model, messages)];
  return matchMedia('(pointer: coarse)').matches ? [...others, mouse] : [mouse, ...others];
}

function section(title: string, content: unknown): TemplateResult {
  return html`<section><h3>${title}</h3>${content}</section>`;
}

function mouseSection({ settings }: SettingsDesk, messages: Messages): TemplateResult {
  const { mouse } = settings.now;
  // Beside what holds then: two may be changed before the dialog is drawn again.
  const change = (other: Partial<MouseSettings>) => settings.change({ mouse: { ...settings.now.mouse, ...other } });
  const tools = BUTTON_TOOLS.map((tool) => [tool, messages.get(`tool.${tool}`)] as const);
  return section(
    messages.get('settings.mouse'),
    html`
      <div class="select">
        <span>${messages.get('settings.left')}</span><span>${messages.get('settings.leftUse')}</span>
      </div>
      ${(['middle', 'right'] as const).map((button) =>
        select(button, messages.get(`settings.${button}`), tools, mouse[button], (tool) => change({ [button]: tool })),
      )}
      ${select(
        'wheel',
        messages.get('settings.wheel'),
        [
          ['scroll', messages.get('settings.wheel.scroll')],
          ['zoom', messages.get('settings.wheel.zoom')],
        ],
        mouse.wheel,
        (wheel) => change({ wheel: wheel as MouseSettings['wheel'] }),
      )}
      ${tick('inverted', messages.get('settings.inverted'), mouse.isWheelInverted, (isOn) =>
        change({ isWheelInverted: isOn }),
      )}
    `,
  );
}

function pictureSection({ settings }: SettingsDesk, messages: Messages): TemplateResult {
  const { isInterpolated, magnification } = settings.now;
  return section(
    messages.get('settings.picture'),
    html`
      ${tick('interpolated', messages.get('settings.interpolated'), isInterpolated, (isOn) =>
        settings.change({ isInterpolated: isOn }),
      )}
      ${select(
        'magnification',
        messages.get('settings.magnification'),
        MAGNIFICATIONS.map((times) => [String(times), messages.get('settings.times', times)] as const),
        String(magnification),
        (times) => settings.change({ magnification: Number(times) }),
      )}
    `,
  );
}

/** For what the study that is open holds, and what was chosen before. */
function layoutSection({ desk, modalities }: SettingsModel, messages: Messages): TemplateResult | typeof nothing {
  const { layouts } = desk.settings.now;
  const listed = [...new Set([...modalities, ...Object.keys(layouts)])].sort();
  const grids = GRIDS.map((grid) => [gridName(grid), messages.get('layout.grid', grid.rows, grid.columns)] as const);
  const choose = (modality: string, name: string) => {
    const others = Object.entries(desk.settings.now.layouts).filter(([other]) => other !== modality);
    const chosen = name === '1x1' ? [] : [[modality, name] as const];
    desk.settings.change({ layouts: Object.fromEntries([...others, ...chosen]) });
  };
  return listed.length === 0
    ? nothing
    : section(
        messages.get('settings.layouts'),
        listed.map((modality) =>
          select(
            `layout-${modality}`,
            messages.get('settings.ofModality', modality),
            grids,
            layouts[modality] ?? '1x1',
            (name) => choose(modality, name),
          ),
        ),
      );
}

function memorySection({ desk, keepsImages }: SettingsModel, messages: Messages): TemplateResult {
  const { pictureMegabytes, keptMegabytes } = desk.settings.now;
  const sizes = (all: readonly number[], automatic: string) => [
    ['', automatic] as const,
    ...all.map((size) => [String(size), messages.get('settings.megabytes', size.toLocaleString(document.documentElement.lang || 'en'))] as const),
  ];
  const typed = (size: string) => (size === '' ? undefined : Number(size));
  return section(
    messages.get('settings.memory'),
    html`
      ${select(
        'pictureMegabytes',
        messages.get('settings.pictures'),
        sizes(PICTURE_MEGABYTES, messages.get('settings.automatic')),
        String(pictureMegabytes ?? ''),
        (size) => desk.settings.change({ pictureMegabytes: typed(size) }),
      )}
      <p class="hint">${messages.get('settings.picturesHint')}</p>
      ${
        keepsImages
          ? select(
              'keptMegabytes',
              messages.get('settings.kept'),
              sizes(KEPT_MEGABYTES, messages.get('settings.asShipped')),
              String(keptMegabytes ?? ''),
              (size) => desk.settings.change({ keptMegabytes: typed(size) }),
            )
          : nothing
      }
    `,
  );
}
