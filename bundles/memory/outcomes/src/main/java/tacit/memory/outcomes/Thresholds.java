package tacit.memory.outcomes;

import tacit.api.memory.MemoryOutcomes.Helpfulness;

/**
 * From when on something is said of a memory. Immutable.
 *
 * @param leastShown judged runs that were shown it
 * @param leastOthers judged runs that were not
 */
record Thresholds(int leastShown, int leastOthers) {

    Thresholds {
        if (leastShown < 1 || leastOthers < 1) {
            throw new IllegalArgumentException(
                    "least.shown and least.others must be at least 1, got " + leastShown + " and " + leastOthers);
        }
    }

    /**
     * What these counts say.
     *
     * @param well all judged runs of the scope that went well, with it or without
     * @param all all judged runs of the scope
     */
    Helpfulness judge(String memoryId, long helpful, long harmful, long well, long all) {
        Share with = Share.of(helpful, helpful + harmful);
        long othersWell = Math.max(0, well - helpful);
        long others = Math.max(othersWell, all - helpful - harmful);
        boolean enough = helpful + harmful >= leastShown && others >= leastOthers;
        boolean useless = enough && with.high() < (double) othersWell / others;
        return new Helpfulness(memoryId, helpful, harmful, with.low(), with.high(), othersWell, others, useless);
    }
}
