package tacit.api.learn;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Situation;
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
     * A case of a question that no role was asked, but would have been: put together again from what a run left.
     *
     * @param situation the question; its clock is the time at which it would have been asked
     * @param task what keeps all that comes from it on one side, such as the task of a run; never blank
     * @param firstAt when the task was first tried; null where no time is known, and then a hash decides on its side
     * @param title in words; never blank
     * @param checks at least one
     * @param origin what it comes from
     * @param source the id of what it comes from
     * @param owner who answers for it
     * @param expiresAt null when it stays
     */
    record Rebuilt(
            Situation situation,
            String task,
            @Nullable Instant firstAt,
            String title,
            List<AnswerCheck> checks,
            ReplayCase.Origin origin,
            String source,
            String owner,
            @Nullable Instant expiresAt) {
        public Rebuilt {
            Objects.requireNonNull(situation, "situation");
            if (task.isBlank() || title.isBlank()) {
                throw new IllegalArgumentException("task and title must not be blank");
            }
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
     *     answered differently, it tells the answer that is asked for, a check cannot be read, or the scope names a user
     * @throws IllegalStateException when the workspace holds as many cases as it may
     */
    ReplayCase add(Scope scope, Draft draft);

    /**
     * Makes a case of a question that was put together again; the same question with the same checks is made once. The provider
     * and the generation in force are noted with it. A task stays on the side where its first case of the role was put: of
     * the runs that the workspace held when the first case of the role was made, on the older one when it was first tried before
     * their middle; when it was first tried later than all of them, or nobody knows when, on the one that a hash tells.
     *
     * @return the case, as it is kept now
     * @throws IllegalArgumentException when no provider of the role is in force, the question is too long, a secret or a deleted
     *     text stands in it, it tells the answer that is asked for, another case asks the same and expects something else, a check
     *     cannot be read, or the scope names a user
     * @throws IllegalStateException when the workspace holds as many cases as it may
     */
    ReplayCase rebuild(Scope scope, Rebuilt draft);

    /** Whether the cases of a task would be on the older side, as {@link #rebuild} deals it. Changes nothing. */
    boolean older(Scope scope, String role, String task, @Nullable Instant firstAt);

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
