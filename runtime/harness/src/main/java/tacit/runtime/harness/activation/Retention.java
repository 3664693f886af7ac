package tacit.runtime.harness.activation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import tacit.api.generation.Artifact;
import tacit.api.generation.Candidate;
import tacit.api.generation.Generation;
import tacit.api.generation.Staging;

/** Deletes jars that no generation within reach and no candidate needs. Used by one change at a time. */
final class Retention {

    private final Parts parts;
    private final LiveTable table;
    private final int reach;

    /** @param reach how many of the youngest generations keep their jars */
    Retention(Parts parts, LiveTable table, int reach) {
        this.parts = parts;
        this.table = table;
        this.reach = reach;
    }

    /** Cleans the store; while nobody can say what is staged, it is left as it is. */
    void clean() {
        BundleContext context = parts.context();
        try {
            Collection<ServiceReference<Staging>> staging = context.getServiceReferences(Staging.class, null);
            if (!staging.isEmpty()) {
                Set<String> needed = generations();
                for (ServiceReference<Staging> reference : staging) {
                    needed.addAll(staged(context, reference));
                }
                parts.artifacts().keepOnly(needed);
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Set<String> generations() {
        Set<String> needed = new HashSet<>();
        parts.ledger().youngest(reach).forEach(generation -> add(generation, needed));
        table.generation().ifPresent(generation -> add(generation, needed));
        parts.ledger().active().ifPresent(generation -> add(generation, needed));
        return needed;
    }

    private static void add(Generation generation, Set<String> needed) {
        generation.roles().values().stream().map(Artifact::sha256).forEach(needed::add);
    }

    private static Set<String> staged(BundleContext context, ServiceReference<Staging> reference) {
        Staging staging = context.getService(reference);
        if (staging == null) {
            throw new IllegalStateException("Cannot clean the store: staging does not answer");
        }
        Set<String> hashes = new HashSet<>();
        staging.candidates().stream().map(Candidate::sha256).forEach(hashes::add);
        context.ungetService(reference);
        return hashes;
    }
}
