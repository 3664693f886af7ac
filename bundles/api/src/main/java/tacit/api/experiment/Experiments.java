package tacit.api.experiment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Takes proposals, has them executed, and promotes or undoes what they change. Thread-safe; one act on an experiment at a
 * time. Every act is in the audit log before its effect, and every change of state in the history for good.
 */
@ProviderType
public interface Experiments {

    /**
     * Takes a proposal.
     *
     * @throws ProposalRefused when it changes nothing of what is in force, is the same as one that waits, runs, failed, was
     *     rejected or rolled back a short while ago, or an experiment under way claims one of its places
     */
    Experiment propose(Scope scope, Proposal proposal);

    Optional<Experiment> find(Scope scope, String id);

    /** Experiments in any of these states, or in all for none, newest first. */
    Page<Experiment> list(Scope scope, Set<ExperimentState> states, PageRequest page);

    /** Every change of state, oldest first. */
    List<ExperimentStep> history(Scope scope, String id);

    /**
     * Executes the cases of its role under both arms and judges; returns when that is done. Without an executed case the
     * verdict is INCONCLUSIVE.
     *
     * @throws IllegalArgumentException when there is no such experiment
     * @throws IllegalStateException when its state does not allow it
     */
    Experiment run(Scope scope, String id, String by);

    /**
     * As {@link #run(Scope, String, String)}, judged by an evaluator that brings its cases instead of those that are there; the
     * protected cases of the role are asked all the same.
     *
     * @throws IllegalArgumentException when there is no such experiment, or the evaluator brings no cases
     * @throws IllegalStateException when its state does not allow it
     */
    Experiment run(Scope scope, String id, String by, Evaluator evaluator);

    /**
     * Has the candidate serve a share of the units of its workspace (see {@link Arms}) beside what is in force, until the runs
     * of both decide, or the time or the runs that a canary has are over. It survives a restart of the host. When the
     * candidate does better it waits for its promotion.
     *
     * @param share of the units, in [0.05, 0.9]
     * @param by not the one who proposed it
     * @throws IllegalArgumentException when there is no such experiment, or no such share
     * @throws IllegalStateException when it has not passed, the harness has changed in its places since, its kind is not
     *     promotable here, {@code by} proposed it, another canary of the workspace goes on, or the trial was refused
     */
    Experiment canary(Scope scope, String id, double share, String by, String reason);

    /**
     * Notes in the history that somebody wants the change once a canary is for it; changes nothing else.
     *
     * @param by not the one who proposed it
     * @throws IllegalArgumentException when there is no such experiment
     * @throws IllegalStateException when it has not passed and is in no canary, or {@code by} proposed it
     */
    Experiment approve(Scope scope, String id, String by, String reason);

    /**
     * Makes the change a generation, also while its canary goes on.
     *
     * @param by not the one who proposed it
     * @throws IllegalArgumentException when there is no such experiment
     * @throws IllegalStateException when it has not passed, the harness has changed in its places since, its kind is not
     *     promotable here, {@code by} proposed it, or the activation was refused
     */
    Experiment promote(Scope scope, String id, String by, String reason);

    /** Puts it aside for good; a change of the harness that it made stays until it is rolled back. */
    Experiment reject(Scope scope, String id, String by, String reason);

    /**
     * Brings back what stood in the places of a promoted change, and keeps everything that was changed since elsewhere.
     *
     * @throws IllegalStateException when it is not promoted, or the activation was refused
     */
    Experiment rollBack(Scope scope, String id, String by, String reason);

    /**
     * Looks at once at the live runs of an experiment in its canary or under watch, and does what they say: a change that
     * made runs worse is taken back. The host does so by itself again and again.
     *
     * @throws IllegalArgumentException when there is no such experiment
     */
    Experiment follow(Scope scope, String id);

    /** What live runs said of an experiment, the newest comparison first; the one that goes on, too. */
    List<LiveComparison> comparisons(Scope scope, String id);

    /**
     * What live runs said of changes in comparisons that have ended, newest first: for those who propose the next change.
     *
     * @param role of changes of this role only; null for all
     */
    Page<LiveComparison> effects(Scope scope, @Nullable String role, PageRequest page);
}
