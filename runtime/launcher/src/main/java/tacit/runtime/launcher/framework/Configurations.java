package tacit.runtime.launcher.framework;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tacit.runtime.launcher.data.DataDirectory;

/** The configuration of every component by PID: what the launcher knows, overridden by what the operator wrote. */
public final class Configurations {

    private static final String EXTENSION = ".properties";
    private static final String HSQLDB = "tacit.store.hsqldb.HsqldbDataSource";
    private static final String POSTGRESQL = "tacit.store.postgresql.PostgresqlDataSource";

    private static final String GATEWAY = "tacit.surface.gateway.Gateway";

    /** Components that keep files in the data directory. */
    private static final List<String> KEEPERS = List.of(
            "tacit.surface.access.StoredTokens",
            "tacit.pulse.executors.work.WorkFolders",
            "tacit.pulse.executors.shells.ShellFiles",
            "tacit.surface.cli.StatusCommand",
            "tacit.surface.agents.connect.Connections",
            "tacit.surface.settings.LiveSettings",
            "tacit.runtime.ledger.FileLedger",
            "tacit.runtime.ledger.FileArtifacts",
            "tacit.runtime.backup.BackupCommand",
            "tacit.runtime.trust.PolicyTrust",
            "tacit.runtime.harness.staging.FileStaging",
            "tacit.learn.experiments.StoredExperiments",
            "tacit.pulse.profiles.StoredTwins",
            "tacit.memory.index.LuceneSearchIndex");

    /** Components that also take parts of the image. */
    private static final List<String> RUNNERS =
            List.of("tacit.runtime.harness.activation.LiveHarness", "tacit.runtime.sandbox.ProcessSandbox");

    private final SortedMap<String, SortedMap<String, String>> byPid = new TreeMap<>();

    private Configurations() {}

    /** What a command on this data directory needs, with the operator's settings on top. */
    public static Configurations ofCommand(DataDirectory data, Distribution distribution) throws IOException {
        Configurations configurations = new Configurations();
        configurations.addServices(data, distribution);
        configurations.readOverrides(data.settings());
        return configurations;
    }

    /** What a restore into a folder needs: the store that the settings in it name, and nothing that works by itself. */
    public static Configurations ofRestore(DataDirectory data, Distribution distribution) throws IOException {
        Configurations configurations = new Configurations();
        configurations.addStore(data);
        Map<String, String> places = Map.of(
                "data.directory",
                data.root().toString(),
                "home",
                distribution.root().toAbsolutePath().toString());
        configurations.put("tacit.runtime.backup.RestoreFilesCommand", places);
        configurations.put("tacit.runtime.backup.RestoreRowsCommand", places);
        configurations.readOverrides(data.settings());
        return configurations;
    }

    /**
     * What a host needs beyond that: its ports and the work that it does unasked.
     *
     * @param ports those that were asked for at this start, which stand above what the operator wrote
     */
    public static Configurations ofHost(DataDirectory data, Distribution distribution, Ports.Asked ports)
            throws IOException {
        Configurations configurations = new Configurations();
        configurations.addServices(data, distribution);
        configurations.put(
                GATEWAY,
                Map.of("host", "127.0.0.1", "data.directory", data.root().toString()));
        configurations.put(GATEWAY, Ports.USUAL);
        configurations.put("tacit.learn.pipeline.PipelineLoop", Map.of());
        configurations.put("tacit.learn.experiments.WatchLoop", Map.of());
        configurations.put("tacit.learn.proposers.ExperimentLoop", Map.of());
        configurations.put("tacit.memory.recall.feed.FeedLoop", Map.of());
        configurations.put("tacit.memory.recall.feed.NoteLoop", Map.of());
        configurations.put("tacit.memory.learning.LearningLoop", Map.of());
        configurations.put("tacit.adapt.learning.AdaptLoop", Map.of());
        configurations.put("tacit.adapt.learning.SkillRound", Map.of());
        configurations.put("tacit.memory.external.MirrorLoop", Map.of());
        configurations.put("tacit.adapt.learning.EvolutionLoop", Map.of());
        configurations.put("tacit.pulse.executors.ExecutionLoop", Map.of());
        configurations.put("tacit.pulse.approvals.ApprovalLoop", Map.of());
        configurations.put("tacit.pulse.loop.HeartLoop", Map.of());
        configurations.put("tacit.adapt.learning.StyleLearner", Map.of());
        configurations.put("tacit.pulse.triggers.TriggerLoop", Map.of());
        configurations.put("tacit.pulse.profiles.ProfileSeeding", Map.of());
        configurations.put("tacit.pulse.offers.AgeLoop", Map.of());
        configurations.put("tacit.pulse.mind.ReflectionLoop", Map.of());
        configurations.put("tacit.pulse.dreams.DreamLoop", Map.of());
        configurations.put(
                "tacit.runtime.harness.staging.PluginFolder",
                Map.of("data.directory", data.root().toString()));
        configurations.readOverrides(data.settings());
        configurations.put(GATEWAY, ports.settings());
        return configurations;
    }

    /** The ports that a host with this opens. */
    public Ports ports() {
        return Ports.of(byPid.getOrDefault(GATEWAY, new TreeMap<>()));
    }

    private void addServices(DataDirectory data, Distribution distribution) {
        String directory = data.root().toString();
        String home = distribution.root().toAbsolutePath().toString();
        addStore(data);
        KEEPERS.forEach(pid -> put(pid, Map.of("data.directory", directory)));
        RUNNERS.forEach(pid -> put(pid, Map.of("data.directory", directory, "home", home)));
    }

    private void addStore(DataDirectory data) {
        if (!Files.exists(postgresql(data))) {
            put(HSQLDB, Map.of("directory", data.database().toString()));
        }
    }

    /** The settings that choose PostgreSQL by being there. */
    public static Path postgresql(DataDirectory data) {
        return data.settings().resolve(POSTGRESQL + EXTENSION);
    }

    private void put(String pid, Map<String, String> values) {
        byPid.computeIfAbsent(pid, key -> new TreeMap<>()).putAll(values);
    }

    private void readOverrides(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(EXTENSION)).toList()) {
                String name = file.getFileName().toString();
                put(name.substring(0, name.length() - EXTENSION.length()), read(file));
            }
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("Cannot read settings '" + file + "': " + malformed.getMessage(), malformed);
        }
        SortedMap<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    /** Writes every configuration in the form that the Felix configuration admin reads at its start. */
    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, SortedMap<String, String>> configuration : byPid.entrySet()) {
            ConfigFile.write(folder, configuration.getKey(), configuration.getValue());
        }
    }
}
