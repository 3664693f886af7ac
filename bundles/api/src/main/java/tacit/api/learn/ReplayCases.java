package tacit.api.learn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Keeps the questions that candidates are asked, and how each went. Thread-safe; reads change nothing. */
@ProviderType
public interface ReplayCases {

    /**
     * What a case is to be made of.
     *
     * @param decisionId the recorded decision that holds the situation
     * @param title in words; empty for a title made of role and method
     * @param checks at least one
     * @param origin what it comes from
     * @param source the id of what it comes from
     * @param owner who answers for it
     * @param protectedCase whether one broken answer refuses a candidate
     * @param expiresAt null when it stays
     */
    record Draft(
            String decisionId,
            String title,
            List<AnswerCheck> checks,
            ReplayCase.Origin origin,
            String source,
            String owner,
            boolean protectedCase,
            @Nullable Instant expiresAt) {
        public Draft {
            checks = List.copyOf(checks);
        }
    }

    /**
     * One change of whether a case counts; never altered afterwards.
     *
     * @param from the state before
     * @param to the state after
     * @param by who did it
     * @param reason why, without secrets
     * @param at when
     */
    record Review(ReplayCase.State from, ReplayCase.State to, String by, String reason, Instant at) {}

    /**
     * Makes a case of a recorded decision; the same decision with the same checks is made once.
     *
     * @return the case, as it is kept now
     * @throws IllegalArgumentException when there is no such decision, something was taken out of its question and so it may be
     *     answered differently, a check cannot be read, or the scope names a user
     * @throws IllegalStateException when the workspace holds as many cases as it may
     */
    ReplayCase add(Scope scope, Draft draft);

    Optional<ReplayCase> find(Scope scope, String caseId);

    /** Cases of a role, or of all roles for an empty name, newest first. */
    Page<ReplayCase> list(Scope scope, String role, PageRequest page);

    /** Cases that were made from one thing: a decision, suggestion, correction or family; newest first. */
    default Page<ReplayCase> ofSource(Scope scope, String source, PageRequest page) {
        return new Page<>(List.of(), page.offset(), 0);
    }

    /** Ids of the experiments that asked a case, by the runs of it that are kept, sorted. */
    default Page<String> experimentsOf(Scope scope, String caseId, PageRequest page) {
        return new Page<>(List.of(), page.offset(), 0);
    }

    /** Ids of the cases that an experiment asked, by the runs that are kept, sorted. */
    default Page<String> askedBy(Scope scope, String experimentId, PageRequest page) {
        return new Page<>(List.of(), page.offset(), 0);
    }

    /**
     * Looks whether an answer meets what a case asks for. Pure.
     *
     * @param answer as JSON
     * @return the first check that it does not meet, with what stood there; empty when all are met
     */
    Optional<String> judge(ReplayCase replayCase, String answer);

    /**
     * Keeps how cases went; runs of cases that are not there are passed over. Where the same harness, asked the same case twice
     * by one experiment, passed once and failed once, the case is quarantined. A protected case is not where only the candidate
     * did: a candidate must not get rid of what protects against it.
     *
     * @return the cases that were quarantined by this
     */
    List<String> record(Scope scope, List<ReplayRun> runs);

    /** How a case went, newest first. */
    Page<ReplayRun> runs(Scope scope, String caseId, PageRequest page);

    /**
     * Whether the harness that is in force fails a case: derived from its last runs as the baseline, so it heals by
     * passing. Empty when it was never asked.
     */
    Optional<Boolean> failing(Scope scope, String caseId);

    /**
     * Changes whether a case counts; in the audit log before its effect.
     *
     * @return the case as it is now
     * @throws IllegalArgumentException when there is no such case
     * @throws IllegalStateException when a retired case is to be used again, or somebody changed it at the same time
     */
    ReplayCase review(Scope scope, String caseId, ReplayCase.State state, String by, String reason);

    /** Every change of whether a case counts, oldest first. */
    default List<Review> reviews(Scope scope, String caseId) {
        return List.of();
    }
}
