// @vitest-environment happy-dom
import { render } from 'lit';
import { beforeEach, describe, expect, it } from 'vitest';
import { Messages } from './messages';
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
    isInverted: false,
    hasMeasurements: false,
    presets: [{ message: 'preset.ct.lung', windowing: { center: -600, width: 1500 } }],
    windowing: { center: -600, width: 1500 },
    table: undefined,
    canWindow: true,
    openMenu: undefined,
    canUndo: false,
    canRedo: false,
    isKeyImage: false,
    isPanelOpen: false,
    onTool: (tool) => asked.push(`tool ${tool}`),
    onAction: (action) => asked.push(`action ${action}`),
    onPreset: (preset) => asked.push(`preset ${preset.message}`),
    onMenu: (menu) => asked.push(`menu ${menu}`),
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
    ).toEqual(['more']);
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
    expect(shown().querySelector<HTMLButtonElement>('[data-tool=clear]')?.disabled).toBe(true);
    expect(shown({ hasMeasurements: true }).querySelector<HTMLButtonElement>('[data-tool=clear]')?.disabled).toBe(
      false,
    );
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
});
