package tacit.api.reflect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Role;

/** Decides what is thought about, which idea wins, and what may come of it. Deterministic, stateless and thread-safe. */
@Role("reflection")
@ProviderType
public interface ReflectionPolicy {

    /** Every target with what it is worth now: those that are eligible first, the best first. */
    List<ReflectionScore> rank(List<ReflectionStanding> standings, ReflectionSettings settings, Instant now);

    /** Which hypothesis wins, and why each other does not. */
    ReflectionChoice choose(ReflectionSituation situation, List<Hypothesis> hypotheses, List<Critique> critiques);

    /**
     * What may come of a winner.
     *
     * @param winner null when there is none
     */
    ReflectionJudgement judge(ReflectionSituation situation, @Nullable Hypothesis winner);
}
