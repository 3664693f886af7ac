package tacit.api.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/**
 * Asks every {@link Proposer}, enters what they propose, and runs what waits, within a budget a day that a restart does not
 * renew. Promotes nothing. Thread-safe; one look at a time.
 */
@ProviderType
public interface Proposers {

    /** How each proposer fared in a workspace, by name; also those that are no longer there. */
    List<Status> status(Scope scope);

    /** What is left for today. */
    Budget budget();

    /**
     * Looks now: asks the proposers, whether or not it is their time, and runs what waits. Works on the caller's thread.
     *
     * @param by who wants it, for the record
     * @throws IllegalStateException when a look is under way
     */
    Report look(Scope scope, String by);

    /**
     * How a proposer fared. Immutable.
     *
     * @param name of the proposer
     * @param present whether it is there now
     * @param lastAt when it was asked last; null before
     * @param rounds how often it was asked
     * @param entered its proposals that became experiments
     * @param refused its proposals that were not taken
     * @param casesAsked cases that it had answered while it looked
     * @param notes of the last round
     * @param latest what became of its last proposals, newest first
     */
    record Status(
            String name,
            boolean present,
            @Nullable Instant lastAt,
            long rounds,
            long entered,
            long refused,
            long casesAsked,
            List<String> notes,
            List<Fate> latest) {
        public Status {
            Objects.requireNonNull(name, "name");
            notes = List.copyOf(notes);
            latest = List.copyOf(latest);
        }
    }

    /**
     * What became of a proposal. Immutable.
     *
     * @param title of the proposal
     * @param experimentId the experiment that it became; null when it was not taken
     * @param refusal why it was not taken; null when it was
     * @param at when
     */
    record Fate(
            String title,
            @Nullable String experimentId,
            @Nullable String refusal,
            Instant at) {
        public Fate {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(at, "at");
            if ((experimentId == null) == (refusal == null)) {
                throw new IllegalArgumentException("either experimentId or refusal must be given");
            }
        }
    }

    /**
     * What a day allows, in UTC. Immutable.
     *
     * @param day since the epoch
     * @param experiments runs that are left
     * @param cases cases that are left for runs and for looking
     * @param note why nothing is done now; empty when something may be
     */
    record Budget(long day, long experiments, long cases, String note) {
        public Budget {
            Objects.requireNonNull(note, "note");
        }
    }

    /**
     * What a look did. Immutable.
     *
     * @param entered ids of the experiments that were made
     * @param refused proposals that were not taken
     * @param ran ids of the experiments that were run
     * @param notes what was not done, and why
     */
    record Report(List<String> entered, int refused, List<String> ran, List<String> notes) {
        public Report {
            entered = List.copyOf(entered);
            ran = List.copyOf(ran);
            notes = List.copyOf(notes);
        }
    }
}
