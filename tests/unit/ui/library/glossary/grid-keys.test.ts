import { describe, expect, it } from 'vitest';
import { cellAfter } from '../../../../../src/ui/library/glossary/grid-keys.ts';

const size = { rows: 100, columns: 8, page: 10 };

describe('keys of a table', () => {
  it.each([
    ['ArrowDown', false, [5, 3], [6, 3]],
    ['ArrowUp', false, [0, 3], [0, 3]],
    ['ArrowLeft', false, [5, 0], [5, 0]],
    ['ArrowRight', false, [5, 7], [5, 7]],
    ['ArrowRight', false, [5, 3], [5, 4]],
    ['PageDown', false, [5, 3], [15, 3]],
    ['PageDown', false, [95, 3], [99, 3]],
    ['PageUp', false, [5, 3], [0, 3]],
    ['Home', false, [5, 3], [5, 0]],
    ['End', false, [5, 3], [5, 7]],
    ['Home', true, [5, 3], [0, 3]],
    ['End', true, [5, 3], [99, 3]],
  ] as const)('%s (Ctrl: %s) leads from %j to %j', (key, ctrlKey, [row, column], [toRow, toColumn]) => {
    expect(cellAfter({ row, column }, { key, ctrlKey }, size)).toEqual({ row: toRow, column: toColumn });
  });

  it.each(['Enter', ' ', 'a', 'Tab'])('%s does not move', (key) => {
    expect(cellAfter({ row: 1, column: 1 }, { key, ctrlKey: false }, size)).toBeUndefined();
  });
});
