package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * What a look at runs has found. Immutable.
 *
 * @param mode which look it was
 * @param status whether there was anything to look at
 * @param traces the runs that were looked at
 * @param candidates all that was found, accepted or not
 * @param pruned memories that another one should take the place of
 * @param effects what should be done
 */
public record Distillation(
        Mode mode,
        Status status,
        List<String> traces,
        List<MemoryCandidate> candidates,
        int pruned,
        MemoryEffects effects) {

    /** The two ways to look. */
    public enum Mode {
        /** At one run, as soon as it is there. */
        HOT_PATH,
        /** At the last runs together. */
        OFFLINE
    }

    /** What came of a look. */
    public enum Status {
        DONE,
        /** There was nothing to learn from. */
        SKIPPED,
        /** Distilling is switched off. */
        OFF
    }

    public Distillation {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(effects, "effects");
        traces = List.copyOf(traces);
        candidates = List.copyOf(candidates);
    }

    /** A look that found nothing. */
    public static Distillation empty(Mode mode, Status status) {
        return new Distillation(mode, status, List.of(), List.of(), 0, MemoryEffects.NONE);
    }

    /** How many candidates should be remembered. */
    public int accepted() {
        return (int) candidates.stream().filter(MemoryCandidate::accepted).count();
    }
}
