package tacit.learn.evals.made;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.CallHistories;
import tacit.api.guard.Guard;
import tacit.api.guard.GuardQuestion;
import tacit.api.harness.Calls;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases.Rebuilt;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;

/** Puts together what a guard would have been asked before a call, and what it must answer. Thread-safe. */
final class GuardDrafts {

    static final String ROLE = "guard";

    private static final AnswerCheck REFUSES = new AnswerCheck(Kind.ONE_OF, "/effect", List.of("\"ASK\"", "\"DENY\""));
    private static final AnswerCheck ALLOWS = new AnswerCheck(Kind.EQUALS, "/effect", List.of("\"ALLOW\""));

    private final CallHistories histories;
    private final Calls calls;
    private final Method decide;

    GuardDrafts(CallHistories histories, Calls calls) {
        this.histories = histories;
        this.calls = calls;
        try {
            decide = Guard.class.getMethod("decide", GuardQuestion.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Cannot find what guards are asked", e);
        }
    }

    /** The question before a call; empty where the run does not tell it. */
    Optional<GuardQuestion> question(RecordedTrace run, Span call) {
        return histories.question(run, call.id());
    }

    Rebuilt refusing(FailureCluster family, Made made) {
        return draft(
                family,
                made,
                "Is not allowed, as it failed: " + made.question().call().tool(),
                REFUSES);
    }

    Rebuilt allowing(FailureCluster family, Made made) {
        return draft(
                family,
                made,
                "Is allowed, as it went well: " + made.question().call().tool(),
                ALLOWS);
    }

    /**
     * A call of a run with what a guard would have been asked.
     *
     * @param firstAt when the task was first tried; null where that is not known
     * @param expiresAt from when on a case of it no longer counts; null when it stays
     */
    record Made(
            RecordedTrace run,
            Span call,
            GuardQuestion question,
            @Nullable Instant firstAt,
            @Nullable Instant expiresAt) {

        String task() {
            return Graded.task(run.trace());
        }
    }

    private Rebuilt draft(FailureCluster family, Made made, String title, AnswerCheck check) {
        return new Rebuilt(
                situation(made),
                made.task(),
                made.firstAt(),
                title,
                List.of(check),
                Origin.CLUSTER,
                family.id(),
                CaseCounts.OWNER,
                made.expiresAt());
    }

    /** Nothing random takes part in what a guard answers, so the seed is always the same. */
    private Situation situation(Made made) {
        String inputs = calls.record(decide, new Object[] {made.question()}).inputs();
        return new Situation(ROLE, calls.name(decide), inputs, at(made), 0, List.of());
    }

    private static Instant at(Made made) {
        return Stream.<@Nullable Instant>of(
                        made.call().startedAt(), made.run().trace().startedAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
    }
}
