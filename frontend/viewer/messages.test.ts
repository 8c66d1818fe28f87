import { describe, expect, it } from 'vitest';
import { Messages } from './messages';

describe('Messages', () => {
  it('fills in values', () => {
    expect(new Messages().get('text.slice', 3, 40)).toBe('3 / 40');
  });

  it('takes texts of the caller, as an object or as JSON, and keeps the others', () => {
    const messages = new Messages();
    messages.set('{"tool.zoom":"Vergrößern"}');
    expect([messages.get('tool.zoom'), messages.get('tool.pan')]).toEqual(['Vergrößern', 'Pan']);
    messages.set({ 'text.zoom': '{0} Prozent' });
    expect([messages.get('tool.zoom'), messages.get('text.zoom', 50)]).toEqual(['Zoom', '50 Prozent']);
  });

  it.each(['', '{', '[1]', 'null', '7'])('stays with the defaults for %j', (json) => {
    const messages = new Messages();
    messages.set(json);
    expect(messages.get('tool.zoom')).toBe('Zoom');
  });
});
