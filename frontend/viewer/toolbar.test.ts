// @vitest-environment happy-dom
import { render } from 'lit';
import { beforeEach, describe, expect, it } from 'vitest';
import { PLAIN } from './enhance/enhancement';
import { GRIDS, gridName } from './grid';
import { Messages } from './messages';
import { Keymap } from './settings/keymap';
import { toolbar, type ToolbarModel } from './toolbar';

const messages = new Messages();
let asked: string[];
let model: ToolbarModel;

beforeEach(() => {
  asked = [];
  model = {
    back: undefined,
    active: 'window',
    isReady: true,
    isPlaced: true,
    isInverted: false,
    hasMeasurements: false,
    presets: [{ message: 'preset.ct.lung', windowing: { center: -600, width: 1500 } }],
    windowing: { center: -600, width: 1500 },
    table: undefined,
    canWindow: true,
    layouts: {
      isOpen: false,
      key: 'G',
      grid: GRIDS[0],
      grids: GRIDS,
      onToggle: () => asked.push('layouts'),
      onGrid: (grid) => asked.push(`grid ${gridName(grid)}`),
    },
    links: {
      isOpen: false,
      key: 'J',
      isUseful: true,
      isOn: (link) => link === 'lines',
      onToggle: () => asked.push('links'),
      onSwitch: (link) => asked.push(`switch ${link}`),
    },
    enhance: {
      isOpen: false,
      isUseful: true,
      enhancement: PLAIN,
      onToggle: () => asked.push('enhance'),
      onChange: (change) => asked.push(`enhance ${JSON.stringify(change)}`),
    },
    layers: {
      isOpen: false,
      hasLayers: false,
      isShown: true,
      labels: [],
      states: [],
      chosen: undefined,
      onToggle: () => asked.push('layers'),
      onShow: () => asked.push('show layers'),
      onState: (state) => asked.push(`state ${state?.sopInstanceUID}`),
    },
    palettes: {
      isOpen: false,
      isUseful: true,
      palette: 'grey',
      onToggle: () => asked.push('palette'),
      onPalette: (palette) => asked.push(`palette ${palette}`),
    },
    panels: {
      mpr: { isOpen: false, onToggle: () => asked.push('mpr') },
      tags: { isOpen: false, onToggle: () => asked.push('tags') },
    },
    exports: {
      isOpen: false,
      hasPicture: true,
      canPrint: true,
      hasFile: true,
      mayTakeFiles: true,
      isPreparing: false,
      studyZip: undefined,
      onToggle: () => asked.push('export'),
      onPicture: () => asked.push('picture'),
      onPrint: () => asked.push('print'),
      onFile: () => asked.push('file'),
      onStudy: () => asked.push('study'),
    },
    screen: { isPossible: true, isOn: false, onToggle: () => asked.push('screen') },
    keys: new Keymap(),
    openMenu: undefined,
    canUndo: false,
    canRedo: false,
    isKeyImage: false,
    isListOpen: false,
    onTool: (tool) => asked.push(`tool ${tool}`),
    onAction: (action) => asked.push(`action ${action}`),
    onPreset: (preset) => asked.push(`preset ${preset.message}`),
    onMenu: (menu) => asked.push(`menu ${menu}`),
    onSecondWindow: () => asked.push('second window'),
  };
});

function shown(changes: Partial<ToolbarModel> = {}): HTMLElement {
  const host = document.createElement('div');
  render(toolbar({ ...model, ...changes }, messages), host);
  return host;
}

const buttons = (host: HTMLElement) => [...host.querySelectorAll('button')];

describe('toolbar', () => {
  it('gives every button a name and a tip', () => {
    const host = shown({ openMenu: 'presets' });
    const tools = buttons(host).filter((button) => button.classList.contains('tool'));
    expect(tools.length).toBeGreaterThan(12);
    for (const button of tools) {
      expect(button.getAttribute('aria-label')).not.toBe('');
      expect(button.title).toContain(button.getAttribute('aria-label'));
    }
  });

  it('marks the tool in use and asks for the one pressed', () => {
    const host = shown({ active: 'length' });
    const pressed = buttons(host).filter((button) => button.getAttribute('aria-pressed') === 'true');
    expect(pressed.map((button) => button.dataset['tool'])).toEqual(['length']);
    host.querySelector<HTMLElement>('[data-tool=angle]')?.click();
    expect(asked).toEqual(['tool angle']);
  });

  it('offers nothing to do before there is a picture', () => {
    const host = shown({ isReady: false });
    expect(
      buttons(host)
        .filter((button) => !button.disabled)
        .map((button) => button.dataset['tool']),
    ).toEqual(['more', 'layout', 'link', 'enhance', 'palette', 'export', 'second', 'fill', 'settings', 'help']);
  });

  it('has a way back where the page gives one', () => {
    expect(shown().querySelector('a')).toBeNull();
    const link = shown({ back: { href: './', label: 'Worklist' } }).querySelector('a');
    expect([link?.getAttribute('href'), link?.getAttribute('aria-label')]).toEqual(['./', 'Worklist']);
  });

  it('offers no window where the values are not known', () => {
    const host = shown({ canWindow: false });
    expect(host.querySelector<HTMLButtonElement>('[data-tool=window]')?.disabled).toBe(true);
    expect(host.querySelector<HTMLButtonElement>('[data-tool=zoom]')?.disabled).toBe(false);
  });

  it('lets measurements be deleted only when there are some', () => {
    const clear = (changes: Partial<ToolbarModel> = {}) =>
      shown({ openMenu: 'measure', ...changes }).querySelector<HTMLButtonElement>('[data-menu-tool=clear]');
    expect(clear()?.disabled).toBe(true);
    expect(clear({ hasMeasurements: true })?.disabled).toBe(false);
  });

  it('lists the presets with the one in use checked', () => {
    const item = shown({ openMenu: 'presets' }).querySelector<HTMLElement>('.menu-item');
    expect(item?.getAttribute('aria-checked')).toBe('true');
    expect(item?.textContent?.replace(/\s+/g, ' ').trim()).toBe('Lung 1500 / -600 1');
    item?.click();
    expect(asked).toEqual(['preset preset.ct.lung']);
  });

  it('shows hostile names of presets as text', () => {
    const label = '<img src=x onerror=alert(1)>';
    const host = shown({ openMenu: 'presets', presets: [{ message: 'preset.file', label, windowing: 'range' }] });
    expect(host.querySelector('img')).toBeNull();
    expect(host.querySelector('.menu-item')?.textContent).toContain(label);
  });

  it('offers layouts, each with a name that tells rows and columns', () => {
    const host = shown({ layouts: { ...model.layouts, isOpen: true } });
    const tiles = [...host.querySelectorAll<HTMLElement>('.tile')];
    expect(tiles.map((tile) => tile.dataset['grid'])).toEqual(GRIDS.map(gridName));
    expect(tiles.map((tile) => tile.querySelectorAll('rect').length)).toEqual([1, 2, 2, 3, 4, 6, 9]);
    expect(tiles[0].getAttribute('aria-checked')).toBe('true');
    tiles[4].click();
    expect(asked).toEqual(['grid 2x2']);
  });

  it('shows which links are on, and is lit only while cells follow each other', () => {
    const host = shown({ links: { ...model.links, isOpen: true } });
    const switches = [...host.querySelectorAll<HTMLElement>('[data-link]')];
    expect(switches.map((item) => [item.dataset['link'], item.getAttribute('aria-checked')])).toEqual([
      ['scroll', 'false'],
      ['zoom', 'false'],
      ['window', 'false'],
      ['lines', 'true'],
      ['edges', 'false'],
    ]);
    expect(host.querySelector('[data-tool=link]')?.classList.contains('lit')).toBe(false);
    switches[0].click();
    expect(asked).toEqual(['switch scroll']);
    const linked = shown({ links: { ...model.links, isOn: (link) => link === 'zoom' } });
    expect(linked.querySelector('[data-tool=link]')?.classList.contains('lit')).toBe(true);
  });

  it('has nothing to link while there is one cell', () => {
    const alone = shown({ links: { ...model.links, isUseful: false, isOpen: true, isOn: () => true } });
    const link = alone.querySelector<HTMLButtonElement>('[data-tool=link]');
    expect([link?.disabled, link?.classList.contains('lit')]).toEqual([true, false]);
    expect(alone.querySelector('[data-link]')).toBeNull();
  });

  it('points into the patient only where it is known where the picture lies', () => {
    expect(shown({ isPlaced: false }).querySelector<HTMLButtonElement>('[data-tool=crosshairs]')?.disabled).toBe(true);
    expect(shown().querySelector<HTMLButtonElement>('[data-tool=crosshairs]')?.disabled).toBe(false);
  });

  it('offers filters, of which one is in use, and takes them back', () => {
    const enhancement = { ...PLAIN, filter: 'sharpen', brightness: 20 } as const;
    const host = shown({ enhance: { ...model.enhance, isOpen: true, enhancement } });
    expect(host.querySelector('[data-tool=enhance]')?.classList.contains('lit')).toBe(true);
    expect(host.querySelector('[aria-checked=true]')?.textContent).toContain('Sharpen');
    host.querySelector<HTMLElement>('[data-filter=edges]')?.click();
    host.querySelector<HTMLElement>('[data-enhance=reset]')?.click();
    const slider = host.querySelector<HTMLInputElement>('[data-enhance=brightness]')!;
    slider.value = '-35';
    slider.dispatchEvent(new Event('input'));
    expect(asked).toEqual([
      'enhance {"filter":"edges"}',
      'enhance {"filter":"none","strength":1,"brightness":0,"contrast":0}',
      'enhance {"brightness":-35}',
    ]);
  });

  it('offers colours and lights its button while one is in use', () => {
    const host = shown({ palettes: { ...model.palettes, isOpen: true, palette: 'pet' } });
    expect(host.querySelector('[data-tool=palette]')?.classList.contains('lit')).toBe(true);
    host.querySelector<HTMLElement>('[data-palette=rainbow]')?.click();
    expect(asked).toEqual(['palette rainbow']);
    const off = shown({ palettes: { ...model.palettes, isUseful: false, isOpen: true } });
    expect(off.querySelector('[data-palette]')).toBeNull();
  });

  it('opens the planes and the attributes once there is a picture, and can always leave them', () => {
    const host = shown();
    host.querySelector<HTMLElement>('[data-tool=mpr]')?.click();
    host.querySelector<HTMLElement>('[data-tool=tags]')?.click();
    expect(asked).toEqual(['mpr', 'tags']);
    const open = shown({ isReady: false, panels: { ...model.panels, mpr: { ...model.panels.mpr, isOpen: true } } });
    expect(open.querySelector<HTMLButtonElement>('[data-tool=mpr]')?.disabled).toBe(false);
    expect(open.querySelector<HTMLButtonElement>('[data-tool=tags]')?.disabled).toBe(true);
  });
});
