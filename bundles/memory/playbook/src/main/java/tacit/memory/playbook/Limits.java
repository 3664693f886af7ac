package tacit.memory.playbook;

import tacit.api.memory.MemoryStore;

/** The limits of matching, and what they are unless an operator sets others. */
final class Limits {

    static final double LEAST_RELEVANCE = 0.34;
    static final int SCANNED = 200;

    private Limits() {}

    static Matching matching(MemoryStore store, double least, int scanned) {
        if (!(least > 0 && least <= 1)) {
            throw new IllegalArgumentException("least.relevance must be above 0 and at most 1, got " + least);
        }
        if (scanned < 1 || scanned > 1000) {
            throw new IllegalArgumentException("scanned must be in [1, 1000], got " + scanned);
        }
        return new Matching(store, least, scanned);
    }
}
