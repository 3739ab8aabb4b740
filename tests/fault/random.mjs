// Chance that can be had again: the same seed, the same faults.

export class Random {
    constructor(seed) {
        this.state = seed >>> 0;
    }

    /** In [0, 1); mulberry32. */
    next() {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = this.state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    between(least, most) {
        return least + this.next() * (most - least);
    }

    one(of) {
        return of[Math.floor(this.next() * of.length)];
    }
}
