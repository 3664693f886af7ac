package tacit.learn.experiments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.store.Database;

/**
 * Tells apart the harnesses of hosts that share a database: a generation of one is none of another. Thread-safe.
 *
 * <p>An experiment is at home where it was compared last, or else proposed; only there it is promoted, followed and rolled back.
 */
final class Home {

    /** Of what was kept before hosts were told apart: at home everywhere. */
    static final String ANYWHERE = "";

    private final Database database;
    private final Generations generations;
    private volatile @Nullable String id;

    Home(Database database, Generations generations) {
        this.database = database;
        this.generations = generations;
    }

    /** The name of this host's harness: the hash of the first line of its ledger. */
    String id() {
        String known = id;
        if (known != null) {
            return known;
        }
        List<LedgerEntry> history = generations.history();
        if (history.isEmpty()) {
            return ANYWHERE;
        }
        String first = history.get(0).hash();
        id = first;
        return first;
    }

    boolean holds(String experimentId) {
        String home = database.read(session -> new ExperimentRows(session).home(experimentId));
        return home.equals(ANYWHERE) || home.equals(id());
    }

    /** @throws IllegalStateException when it is about another host's harness */
    void check(Experiment experiment, String verb) {
        if (!holds(experiment.id())) {
            throw new IllegalStateException("Cannot " + verb + " experiment " + experiment.id()
                    + ": it was compared with the harness of another host; run it here first");
        }
    }
}
