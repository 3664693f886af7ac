package tacit.api.pulse;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way from the core to work: switches, the one in flight, cooldown, budgets and approvals count for whatever goes through
 * here, and its run tells what came of it. Thread-safe; what it acknowledges is durable.
 */
@ProviderType
public interface Dispatches {

    /**
     * Dispatches work, or gives the run that the same key made. The run is QUEUED while it waits for an approval, RUNNING until its
     * execution ends, and CANCELLED at once when the approvals deny it; who hears of ends is an {@code ExecutionListener}, whose
     * brief carries the order's source, and the run's id as its own.
     *
     * @return a run, or why there is none now: nothing was kept then, and the same order may be given again later
     * @throws IllegalArgumentException when there is no such profile, or it does not work in that workspace
     */
    Answer dispatch(DispatchOrder order);

    /** The run of an order. */
    Optional<PulseRun> ofKey(String key);

    /** Runs of a profile in a workspace that have not ended; at most one in normal work. */
    List<PulseRun> inFlight(String profileId, String workspaceId);

    /**
     * What became of an order. Immutable.
     *
     * @param run null when there is none
     * @param refused why not: {@code switched_off}, {@code in_flight}, {@code cooldown}, {@code outside_hours}, {@code budget_dispatches},
     *     {@code budget_tokens}, {@code budget_money}, {@code no_turn}; empty when there is a run
     * @param reason the same for people; empty when there is a run
     */
    record Answer(@Nullable PulseRun run, String refused, String reason) {

        public Answer {
            Objects.requireNonNull(refused, "refused");
            Objects.requireNonNull(reason, "reason");
        }

        public static Answer of(PulseRun run) {
            return new Answer(run, "", "");
        }

        public static Answer refused(String refused, String reason) {
            return new Answer(null, refused, reason);
        }
    }
}
