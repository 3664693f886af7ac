package tacit.runtime.harness.activation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

    /**
     * What they would put into the slot of each role, by role; a jar that may not run is named and left out.
     *
     * @param known the roles that are not asked for
     */
    SortedMap<String, Filling> fillings(Set<String> known) {
        SortedMap<String, Filling> fillings = new TreeMap<>();
        for (List<Filling> jar : ManyHands.each(jars(), file -> fillings(file, known))) {
            jar.forEach(filling -> add(filling, fillings));
        }
        return fillings;
    }

    private List<Filling> fillings(Path jar, Set<String> known) {
        try {
            return read(jar, known);
        } catch (IOException | RuntimeException e) {
            leaveOut(jar, "it cannot be read: " + e.getMessage());
            return List.of();
        }
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

    private List<Filling> read(Path jar, Set<String> known) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        @Nullable String statement = statement(jar);
        Examination found = parts.trust().examine(bytes, statement, Moment.ACTIVATION);
        BundleFacts facts = found.facts();
        if (facts != null && known.containsAll(facts.roles().keySet())) {
            return List.of();
        }
        if (facts == null || !found.trusted()) {
            leaveOut(jar, String.join("; ", found.refusals()));
            return List.of();
        }
        parts.artifacts().put(bytes);
        if (statement != null) {
            parts.artifacts().putStatement(found.sha256(), statement);
        }
        Artifact artifact = new Artifact(facts.symbolicName(), facts.version(), found.sha256());
        return facts.roles().keySet().stream()
                .filter(role -> !known.contains(role))
                .map(role -> new Filling(role, artifact, new TreeSet<>(facts.pids()), new TreeMap<>()))
                .toList();
    }

    private void add(Filling filling, SortedMap<String, Filling> fillings) {
        Filling rival = fillings.get(filling.role());
        if (rival == null || newer(filling.artifact(), rival.artifact())) {
            fillings.put(filling.role(), filling);
        }
        if (rival != null) {
            alarms.raise(
                    "shipped several " + filling.role(),
                    "The image has several bundles for role '" + filling.role() + "': the highest version counts");
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
