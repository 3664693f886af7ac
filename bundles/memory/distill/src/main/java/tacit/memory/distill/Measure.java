package tacit.memory.distill;

import tacit.api.memory.CandidateType;

/**
 * How sure a kind of candidate is and how long it is likely to hold, before anything else is known of it.
 *
 * @param confidence in [0, 1]
 * @param stability in [0, 1]
 */
record Measure(double confidence, double stability) {

    /** How sure something is that somebody asked to remember. */
    static final double ASKED = 0.9;

    /** How much surer something becomes with each further run that shows it. */
    static final double AGAIN = 0.08;

    /** How sure something becomes at most by that. */
    static final double SUREST = 0.95;

    static Measure of(CandidateType type) {
        return switch (type) {
            case PREFERENCE -> new Measure(0.68, 0.66);
            case CONSTRAINT -> new Measure(0.78, 0.80);
            case CORRECTION -> new Measure(0.78, 0.70);
            // What worked once is an episode of the playbook; a second run makes it a pattern.
            case PATTERN -> new Measure(0.70, 0.84);
            case RECURRING_TASK -> new Measure(0.76, 0.62);
            case WATCH_ITEM -> new Measure(0.74, 0.58);
            case NOTE -> new Measure(0.80, 0.70);
        };
    }
}
