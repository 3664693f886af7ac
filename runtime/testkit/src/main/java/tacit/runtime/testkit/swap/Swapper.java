package tacit.runtime.testkit.swap;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;

/** Activates bundles as new versions, with all roles that they fill. */
final class Swapper {

    private static final String BY = "bench";

    private final Generations generations;
    private final Artifacts artifacts;

    Swapper(Facades facades) {
        generations = facades.service(Generations.class);
        artifacts = facades.service(Artifacts.class);
    }

    /** Activates the next version of a bundle and answers how long the activation took, in nanoseconds. */
    long swap(String bundle) {
        SortedMap<String, Artifact> filled = filledBy(bundle);
        Artifact old = filled.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot swap '" + bundle + "': it fills no role"));
        String version = NextVersion.after(old.version());
        String hash = artifacts.put(NextVersion.of(artifacts.read(old.sha256()), version));
        SortedMap<String, String> wanted = new TreeMap<>();
        filled.keySet().forEach(role -> wanted.put(role, hash));
        long begun = System.nanoTime();
        activate(wanted, new TreeMap<>());
        long took = System.nanoTime() - begun;
        if (filledBy(bundle).values().stream().anyMatch(now -> !now.version().equals(version))) {
            throw new IllegalStateException("Cannot swap '" + bundle + "': version " + version + " does not decide");
        }
        return took;
    }

    /** Gives a component these settings and no others. */
    void set(String pid, Map<String, String> settings) {
        activate(new TreeMap<>(), new TreeMap<>(Map.of(pid, new TreeMap<>(settings))));
    }

    private SortedMap<String, Artifact> filledBy(String bundle) {
        Generation live =
                generations.active().orElseThrow(() -> new IllegalStateException("Cannot swap: no generation decides"));
        SortedMap<String, Artifact> filled = new TreeMap<>(live.roles());
        filled.values().removeIf(artifact -> !artifact.symbolicName().equals(bundle));
        return filled;
    }

    private void activate(SortedMap<String, String> bundles, SortedMap<String, SortedMap<String, String>> settings) {
        ActivationReport report =
                generations.activate(new ActivationRequest(bundles, Set.of(), settings, BY, "a swap under load", null));
        report.failure().ifPresent(step -> {
            throw new IllegalStateException(
                    "Cannot swap: " + step.step() + " of " + step.subject() + ": " + step.detail());
        });
    }
}
