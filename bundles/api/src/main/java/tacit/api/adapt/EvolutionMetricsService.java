package tacit.api.adapt;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * Measures how well learning goes. Stateless: snapshots that are kept lie in {@link StateStore} as kind {@code evolution}, one a
 * day at most, those of a user apart from those of the workspace.
 */
@Role("evolution-metrics")
@ConsumerType
public interface EvolutionMetricsService {

    /** The most snapshots that are answered at once. */
    int MOST = 366;

    /** Measures now, and keeps nothing. */
    EvolutionSnapshot computeSnapshot(Scope scope, StyleHistory style);

    /** Measures now, and keeps it as that of the day; one that is kept already gives way. */
    EvolutionSnapshot keepSnapshot(Scope scope, StyleHistory style);

    /**
     * What was kept, the last day first.
     *
     * @param most in [1, {@link #MOST}]
     */
    List<EvolutionSnapshot> history(Scope scope, int most);
}
