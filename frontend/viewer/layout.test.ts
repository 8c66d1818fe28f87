// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { EventBus } from './event-bus';
import { gridName, gridNamed, type Grid } from './grid';
import type { Layout } from './layout';
import { testLayout } from './test-room';

let bus: EventBus;
let layout: Layout;
let changes: number;

const grid = (name: string) => gridNamed(name) as Grid;

beforeEach(() => {
  bus = new EventBus();
  changes = 0;
  bus.on('layout-changed', () => changes++);
  layout = testLayout(bus);
});

describe('Layout', () => {
  it('makes room for more cells without touching those that are there', () => {
    const [first] = layout.cells;
    layout.choose(grid('2x3'));
    expect(layout.cells[0]).toBe(first);
    expect(layout.active).toBe(first);
    expect([layout.cells.length, changes]).toEqual([6, 1]);
  });

  it('gives up the last cells first and never the active one', () => {
    layout.choose(grid('2x2'));
    const [first, second, , last] = layout.cells;
    layout.activate(last);
    layout.choose(grid('1x2'));
    expect(layout.cells).toEqual([first, last]);
    layout.choose(grid('1x1'));
    expect(layout.cells).toEqual([last]);
    layout.activate(second);
    expect(layout.active).toBe(last);
  });

  it('has one tool for all cells, also for those to come', () => {
    layout.choose(grid('1x2'));
    layout.useTool('length');
    layout.choose(grid('1x3'));
    expect(layout.cells.map(({ tools }) => tools.active)).toEqual(['length', 'length', 'length']);
  });

  it('lets the active cell have all the room for a while', () => {
    layout.toggleMaximised();
    expect(layout.isMaximised).toBe(false);
    layout.choose(grid('2x2'));
    layout.activate(layout.cells[2]);
    layout.toggleMaximised();
    expect([layout.isMaximised, layout.visible]).toEqual([true, [layout.cells[2]]]);
    layout.toggleMaximised();
    expect(layout.visible).toHaveLength(4);
  });

  it('remembers what was chosen while there is no room for it', () => {
    layout.choose(grid('2x2'));
    layout.fitInto({ width: 390, height: 800 });
    expect([gridName(layout.grid), layout.cells.length]).toEqual(['2x1', 2]);
    const cells = layout.cells;
    layout.fitInto({ width: 800, height: 390 });
    expect([gridName(layout.grid), layout.cells]).toEqual(['1x2', cells]);
    layout.fitInto({ width: 1400, height: 900 });
    expect([gridName(layout.grid), layout.cells.length]).toEqual(['2x2', 4]);
  });

  it('tells of what happens in its cells', () => {
    layout.choose(grid('1x2'));
    const [, second] = layout.cells;
    const told: unknown[] = [];
    bus.on('cell-scrolled', (cell) => told.push(cell));
    bus.on('image-rendered', ({ sliceIndex }) => told.push(sliceIndex));
    second.bus.emit('scrolled', undefined);
    second.bus.emit('image-rendered', { sliceIndex: 7, sopInstanceUID: '1' });
    expect(told).toEqual([second, 7]);
  });

  it('follows the hand: a wheel leads without making its cell active, a press does both', () => {
    layout.choose(grid('1x2'));
    const [first, second] = layout.cells;
    second.element.dispatchEvent(new Event('wheel'));
    expect([layout.leader, layout.active]).toEqual([second, first]);
    layout.activate(first);
    expect(layout.leader).toBe(first);
    second.element.dispatchEvent(new Event('dblclick'));
    expect([layout.active, layout.isMaximised]).toEqual([second, true]);
  });
});
