package tacit.api.adapt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** How well learning goes and what the day brings, with all that the roles need to say so. Thread-safe. */
@ProviderType
public interface Evolution {

    /**
     * Measures now.
     *
     * @throws IllegalStateException when no provider measures
     */
    EvolutionSnapshot snapshot(Scope scope);

    /**
     * What was kept of each day, the last first.
     *
     * @param most in [1, {@link EvolutionMetricsService#MOST}]
     * @throws IllegalStateException when no provider measures
     */
    List<EvolutionSnapshot> history(Scope scope, int most);

    /**
     * The briefing of a day; of another day than the present one with the metrics that were kept of it.
     *
     * @param day such as {@code 2026-03-01}; null for the present one
     * @throws IllegalStateException when no provider writes briefings
     */
    Briefing briefing(Scope scope, @Nullable String day);
}
