package tacit.bench.kills;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.ExperimentState;

/** What is asked of a host, and what may be killed in it. */
enum Act {
    PROPOSE("experiment.propose", ExperimentState.PROPOSED),
    RUN("experiment.run", ExperimentState.PASSED_GATE),
    APPROVE("experiment.approve", null),
    CANARY("experiment.canary", ExperimentState.CANARY),
    PROMOTE("experiment.promote", ExperimentState.PROMOTED),
    WATCH("experiment.watch", ExperimentState.ROLLED_BACK),
    ROLLBACK("experiment.rollback", ExperimentState.ROLLED_BACK),
    UNDO("generation.", ExperimentState.ROLLED_BACK),
    REJECT("experiment.reject", ExperimentState.REJECTED),
    EVIDENCE(null, null),
    START(null, null);

    /** The acts that kills are aimed at, in turn: the long ones more often. */
    static final List<Act> ROUND = List.of(
            RUN, PROMOTE, CANARY, WATCH, ROLLBACK, START, RUN, UNDO, PROMOTE, REJECT, EVIDENCE, CANARY, WATCH, PROPOSE,
            APPROVE);

    private final @Nullable String audited;
    private final @Nullable ExperimentState state;

    Act(@Nullable String audited, @Nullable ExperimentState state) {
        this.audited = audited;
        this.state = state;
    }

    /** What the audit log says when it begins; empty for what is not audited. */
    Optional<String> audited() {
        return Optional.ofNullable(audited);
    }

    /** Where the experiment is when it ended well; empty when it stays where it was. */
    Optional<ExperimentState> state() {
        return Optional.ofNullable(state);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
