package tacit.bench.kills;

import tacit.api.experiment.ExperimentState;

/** How one experiment is led from its proposal to its end, by what people do. */
enum Way {
    /** A share first, then all; live runs get worse, and the watch takes it back. */
    WATCHED(false, true, Act.WATCH),
    /** Approved and promoted, and brought back by an operator. */
    BROUGHT_BACK(true, false, Act.ROLLBACK),
    /** Refused after a canary. */
    REFUSED(false, true, Act.REJECT),
    /** Promoted, and undone with its whole generation. */
    UNDONE(false, false, Act.UNDO);

    private final boolean approved;
    private final boolean canary;
    private final Act last;

    Way(boolean approved, boolean canary, Act last) {
        this.approved = approved;
        this.canary = canary;
        this.last = last;
    }

    boolean has(Act act) {
        return switch (act) {
            case PROPOSE, RUN -> true;
            case APPROVE -> approved;
            case CANARY -> canary;
            case PROMOTE -> last != Act.REJECT;
            case WATCH, ROLLBACK, UNDO, REJECT -> last == act;
            case EVIDENCE, START -> false;
        };
    }

    /**
     * What comes next.
     *
     * @param done whether it was approved before
     */
    Act next(ExperimentState state, boolean done) {
        return switch (state) {
            case PROPOSED -> Act.RUN;
            case PASSED_GATE -> approved && !done ? Act.APPROVE : canary ? Act.CANARY : Act.PROMOTE;
            case CANARY -> last == Act.REJECT ? Act.REJECT : Act.PROMOTE;
            case PROMOTED -> last;
            // What the harness overtook is put aside by people
            case INCONCLUSIVE -> Act.REJECT;
            case RUNNING, FAILED_GATE, REJECTED, ROLLED_BACK ->
                throw new IllegalStateException("Nobody leads on what is " + state);
        };
    }
}
