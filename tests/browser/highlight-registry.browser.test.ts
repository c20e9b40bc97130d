import { describe, expect, it } from 'vitest';

describe('the browser under test', () => {
  it('has the CSS Custom Highlight API and caretPositionFromPoint', () => {
    expect(CSS.highlights).toBeDefined();
    expect(typeof document.caretPositionFromPoint).toBe('function');
  });
});
