package tacit.runtime.harness.activation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import tacit.api.generation.Artifact;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust.Moment;
import tacit.api.trust.Examination;
import tacit.runtime.harness.slot.Filling;

/** The harness bundles that came with the image. Used by the start of the host. */
final class ShippedBundles {

    private final Path folder;
    private final Parts parts;
    private final Alarms alarms;

    ShippedBundles(Path folder, Parts parts, Alarms alarms) {
        this.folder = folder;
        this.parts = parts;
        this.alarms = alarms;
    }

    /** What they would put into the slot of each role, by role; a jar that may not run is named and left out. */
    SortedMap<String, Filling> fillings() {
        SortedMap<String, Filling> fillings = new TreeMap<>();
        for (Path jar : jars()) {
            try {
                add(jar, fillings);
            } catch (IOException | RuntimeException e) {
                leaveOut(jar, "it cannot be read: " + e.getMessage());
            }
        }
        return fillings;
    }

    private List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            alarms.raise("shipped", "The bundles of the image cannot be listed: " + e.getMessage());
            return List.of();
        }
    }

    private void add(Path jar, SortedMap<String, Filling> fillings) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        @Nullable String statement = statement(jar);
        Examination found = parts.trust().examine(bytes, statement, Moment.ACTIVATION);
        BundleFacts facts = found.facts();
        if (facts == null || !found.trusted()) {
            leaveOut(jar, String.join("; ", found.refusals()));
            return;
        }
        parts.artifacts().put(bytes);
        if (statement != null) {
            parts.artifacts().putStatement(found.sha256(), statement);
        }
        Artifact artifact = new Artifact(facts.symbolicName(), facts.version(), found.sha256());
        List<String> taken = new ArrayList<>();
        for (String role : facts.roles().keySet()) {
            Filling rival = fillings.get(role);
            if (rival == null || newer(artifact, rival.artifact())) {
                fillings.put(role, new Filling(role, artifact, new TreeSet<>(facts.pids()), new TreeMap<>(Map.of())));
            }
            if (rival != null) {
                taken.add(role);
            }
        }
        if (!taken.isEmpty()) {
            alarms.raise(
                    "shipped " + jar.getFileName(),
                    "The image has several bundles for " + String.join(", ", taken) + ": the highest version counts");
        }
    }

    private static @Nullable String statement(Path jar) throws IOException {
        Path file = jar.resolveSibling(jar.getFileName() + ".statement");
        return Files.exists(file) ? Files.readString(file) : null;
    }

    private static boolean newer(Artifact one, Artifact other) {
        return Version.parseVersion(one.version()).compareTo(Version.parseVersion(other.version())) > 0;
    }

    private void leaveOut(Path jar, String why) {
        alarms.raise(
                "shipped " + jar.getFileName(), "Bundle '" + jar.getFileName() + "' of the image is left out: " + why);
    }
}
