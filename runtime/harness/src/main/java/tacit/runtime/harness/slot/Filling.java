package tacit.runtime.harness.slot;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;

/**
 * What a slot shall hold. Immutable.
 *
 * @param role the role that it fills
 * @param artifact the jar
 * @param pids the PIDs of the jar's components
 * @param settings PID to settings, as far as the generation says anything of these PIDs
 */
public record Filling(
        String role, Artifact artifact, SortedSet<String> pids, SortedMap<String, SortedMap<String, String>> settings) {

    public Filling {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(artifact, "artifact");
        pids = Collections.unmodifiableSortedSet(new TreeSet<>(pids));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** What a generation says of one of its roles. */
    public static Filling of(Generation generation, String role, SortedSet<String> pids) {
        Artifact artifact = Objects.requireNonNull(generation.roles().get(role), role);
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>(generation.configurations());
        settings.keySet().retainAll(pids);
        return new Filling(role, artifact, pids, settings);
    }
}
