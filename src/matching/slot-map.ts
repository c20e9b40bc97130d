import { FREE_SLOT } from './image-layout.ts';

/** Slots of the double array while it is filled: what is taken, and which bases. */
export class SlotMap {
  base = new Int32Array(0);
  check = new Uint16Array(0);
  private taken = new Int32Array(0);
  private bases = new Int32Array(0);
  private readonly from = new Int32Array(16);
  /** One behind the last slot taken. */
  top = 0;
  /** Words of the bitmap searched in vain before places further front are given up. */
  private readonly patience: number;

  constructor(size: number, patience = 48) {
    this.patience = patience;
    this.grow(size);
  }

  private grow(size: number): void {
    const slots = (size + 64) & ~31;
    const base = new Int32Array(slots);
    base.set(this.base);
    const check = new Uint16Array(slots).fill(FREE_SLOT, this.check.length);
    check.set(this.check);
    const taken = new Int32Array((slots >> 5) + 2);
    taken.set(this.taken);
    const bases = new Int32Array((slots >> 5) + 2);
    bases.set(this.bases);
    Object.assign(this, { base, check, taken, bases });
  }

  /** Makes sure that there are that many slots. */
  reserve(slots: number): void {
    if (slots > this.check.length) this.grow(slots);
  }

  /** Finds a base at which all classes fall on free slots: 32 bases at a time. */
  private find(classes: Int32Array, count: number): number {
    const { taken, bases } = this;
    const group = count < 16 ? count : 15;
    const begin = this.from[group] ?? 0;
    const limit = taken.length - 1;
    let word = begin;
    for (; word < limit; word++) {
      let open = ~(bases[word] ?? 0);
      for (let at = 0; at < count && open !== 0; at++) {
        const unit = classes[at] ?? 0;
        const index = word + (unit >> 5);
        const shift = unit & 31;
        let bits = (taken[index] ?? 0) >>> shift;
        if (shift !== 0) bits |= (taken[index + 1] ?? 0) << (32 - shift);
        open &= ~bits;
      }
      if (open !== 0) {
        if (word - begin > this.patience) this.from[group] = begin + ((word - begin) >> 3);
        return (word << 5) + 31 - Math.clz32(open & -open);
      }
    }
    return word << 5;
  }

  /** Takes slots for the classes and returns their base. */
  place(classes: Int32Array, count: number): number {
    const base = this.find(classes, count);
    const end = base + (classes[count - 1] ?? 0) + 1;
    if (end + 32 > this.check.length) this.grow(Math.ceil(Math.max(end, this.check.length) * 1.1) + 1024);
    this.bases[base >> 5] = (this.bases[base >> 5] ?? 0) | (1 << (base & 31));
    for (let at = 0; at < count; at++) {
      const unit = classes[at] ?? 0;
      const slot = base + unit;
      this.check[slot] = unit;
      this.taken[slot >> 5] = (this.taken[slot >> 5] ?? 0) | (1 << (slot & 31));
    }
    if (end > this.top) this.top = end;
    return base;
  }
}
