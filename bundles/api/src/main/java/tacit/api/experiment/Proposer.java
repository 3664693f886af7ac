package tacit.api.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.store.Scope;

/**
 * Thinks of changes of the harness that might be for the better. The host asks it from time to time, never twice at once,
 * enters what it proposes and has it proved; a proposer changes nothing itself.
 *
 * <p>It may look at recorded work of the older side only, as the newer side judges what it proposes. It does not propose
 * what changes nothing, what an experiment under way claims, what {@link Context#earlier} shows to have been refused, or what
 * {@link Context#effects} show to have done harm.
 * The same question gets the same answer.
 */
@ConsumerType
public interface Proposer {

    /** Stands before the name of a proposer in {@link Proposal#proposer}. */
    String RULE = "rule:";

    /** Short and stable, such as {@code guard-mining}; its proposals are made by {@link #RULE} and this. */
    String name();

    /**
     * Proposes changes, the best first.
     *
     * @param scope a workspace
     * @return may hold no proposal, and then says why in its notes
     */
    Answer propose(Scope scope, Context context);

    /**
     * What a proposer is told. Immutable.
     *
     * @param now the time
     * @param earlier what was proposed in the workspace before, by whomever, and what became of it, newest first
     * @param effects what live runs said of changes that served, of the last {@value #MOST_EFFECTS}, newest first
     * @param mostProposals more are not taken
     * @param mostCases so many cases may be asked while looking, each of both arms
     */
    record Context(
            Instant now, List<Experiment> earlier, List<MeasuredEffect> effects, int mostProposals, int mostCases) {

        /** So many comparisons are told back, however old they are. */
        public static final int MOST_EFFECTS = 1_000;

        public Context {
            Objects.requireNonNull(now, "now");
            earlier = List.copyOf(earlier);
            effects = List.copyOf(effects);
            if (mostProposals < 0 || mostCases < 0) {
                throw new IllegalArgumentException(
                        "mostProposals and mostCases must not be negative, got " + mostProposals + " and " + mostCases);
            }
        }

        /** Whether an experiment under way would change this place, see {@link HarnessChange#places}. */
        public boolean claimed(String place) {
            return earlier.stream()
                    .anyMatch(one -> one.state().claims()
                            && one.proposal().change().places().contains(place));
        }

        /** Those that failed, were rejected or were rolled back, newest first. */
        public List<Experiment> refused() {
            return earlier.stream()
                    .filter(one -> one.state() == ExperimentState.FAILED_GATE
                            || one.state() == ExperimentState.REJECTED
                            || one.state() == ExperimentState.ROLLED_BACK)
                    .toList();
        }
    }

    /**
     * What a proposer thought of. Immutable.
     *
     * @param proposals the best first
     * @param casesAsked cases that it had answered while it looked
     * @param notes what it looked at and did not propose, each with its reason, for people; without contents of runs
     */
    record Answer(List<Proposal> proposals, int casesAsked, List<String> notes) {

        public Answer {
            proposals = List.copyOf(proposals);
            notes = List.copyOf(notes);
            if (casesAsked < 0) {
                throw new IllegalArgumentException("casesAsked must not be negative, got " + casesAsked);
            }
        }

        /** Nothing, and why. */
        public static Answer nothing(String note) {
            return new Answer(List.of(), 0, List.of(note));
        }
    }
}
