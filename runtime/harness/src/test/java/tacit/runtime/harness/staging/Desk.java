package tacit.runtime.harness.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.generation.Ledger;
import tacit.api.generation.LedgerEntry;
import tacit.api.trust.BundleTrust;
import tacit.runtime.ledger.FileArtifacts;
import tacit.runtime.ledger.FileLedger;
import tacit.runtime.trust.PolicyTrust;

/** Where bundles are staged in a test: a data directory with the real parts around it. */
final class Desk {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final Path data;
    final TickingClock clock = new TickingClock(NOON);
    final ListAuditLog audit = new ListAuditLog();
    final Artifacts artifacts;
    final Ledger ledger;
    final BundleTrust trust;

    private final BundleContext context;

    Desk(Path data, BundleContext context) {
        this(data, context, "hash");
    }

    Desk(Path data, BundleContext context, String trust) {
        this.data = data;
        this.context = context;
        this.artifacts = new FileArtifacts(new OfArtifacts(data.toString()));
        this.ledger = new FileLedger(new OfLedger(data.toString()));
        this.trust = new PolicyTrust(clock, new OfTrust(data.toString(), trust, "tacit.api.*, hen.*", "refuse"));
    }

    FileStaging open() {
        return new FileStaging(context, artifacts, trust, ledger, audit, clock, new OfStaging(data.toString()));
    }

    /** Puts a file beside the data directory's own. */
    Path file(String name, byte[] content) {
        try {
            Files.createDirectories(data.resolve(name).getParent());
            return Files.write(data.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a generation of one bundle the active one, and keeps its jar. */
    void promote(String role, String symbolicName, String version, byte[] jar) {
        String sha256 = artifacts.put(jar);
        Generation generation = new Generation(
                ledger.nextNumber(),
                null,
                NOON,
                "ann",
                "a test",
                new TreeMap<>(Map.of(role, new Artifact(symbolicName, version, sha256))),
                new TreeMap<>(),
                null);
        ledger.append(LedgerEntry.Act.PROMOTED, generation, NOON, "ann", "a test");
    }

    record OfStaging(String data_directory) implements FileStaging.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return FileStaging.Config.class;
        }
    }

    record OfFolder(String data_directory, int poll_millis) implements PluginFolder.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return PluginFolder.Config.class;
        }
    }

    private record OfArtifacts(String data_directory) implements FileArtifacts.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return FileArtifacts.Config.class;
        }
    }

    private record OfLedger(String data_directory) implements FileLedger.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return FileLedger.Config.class;
        }
    }

    private record OfTrust(String data_directory, String trust, String allowed_imports, String classes)
            implements PolicyTrust.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return PolicyTrust.Config.class;
        }
    }
}
