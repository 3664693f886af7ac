package tacit.runtime.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tacit.api.harness.Situation;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.SandboxCase;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;
import tacit.runtime.testkit.Configurations;

/** Gives the tests of a class an image and sandboxes on it. */
final class Sandboxes implements BeforeAllCallback, AfterAllCallback {

    static final Duration DEADLINE = Duration.ofSeconds(20);

    private final MemoryArtifacts artifacts = new MemoryArtifacts();
    private final List<ProcessSandbox> open = new ArrayList<>();
    private Path folder;
    private ProcessSandbox usual;

    /** Another user must be able to enter the folder, as it can enter an installed image. */
    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("tacit-sandbox-test-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        TestImage.writeTo(home());
        usual = sandbox(Map.of("data_directory", data().toString()));
    }

    Path home() {
        return folder.resolve("image");
    }

    Path data() {
        return folder.resolve("data");
    }

    /** The sandbox with its usual settings. */
    ProcessSandbox usual() {
        return usual;
    }

    void need(SandboxLevel level) {
        assumeTrue(
                usual.level().compareTo(level) >= 0,
                () -> "this system offers level " + usual.level() + ", the test needs " + level);
    }

    /** One more, by default with a data directory of its own. */
    ProcessSandbox sandbox(Map<String, ?> settings) {
        Map<String, Object> all = new TreeMap<>(settings);
        all.put("home", home().toString());
        all.putIfAbsent("data_directory", folder.resolve("data-" + open.size()).toString());
        ProcessSandbox sandbox = new ProcessSandbox(artifacts, Configurations.of(ProcessSandbox.Config.class, all));
        open.add(sandbox);
        return sandbox;
    }

    SandboxReport ask(byte[] jar, String... messages) {
        return ask(usual, jar, messages);
    }

    SandboxReport ask(ProcessSandbox sandbox, byte[] jar, String... messages) {
        return sandbox.run(run(jar, DEADLINE, messages));
    }

    SandboxRun run(byte[] jar, Duration deadline, String... messages) {
        return new SandboxRun(artifacts.put(jar), none(), cases(messages), deadline, SandboxLevel.PROCESS);
    }

    SandboxRun run(byte[] jar, SortedMap<String, SortedMap<String, String>> configurations, Situation... situations) {
        List<SandboxCase> cases = new ArrayList<>();
        for (Situation situation : situations) {
            cases.add(new SandboxCase("c" + cases.size(), situation));
        }
        return new SandboxRun(artifacts.put(jar), configurations, cases, DEADLINE, SandboxLevel.PROCESS);
    }

    static SortedMap<String, SortedMap<String, String>> none() {
        return new TreeMap<>();
    }

    private static List<SandboxCase> cases(String... messages) {
        List<SandboxCase> cases = new ArrayList<>();
        for (String message : messages) {
            cases.add(new SandboxCase("c" + cases.size(), situation(message)));
        }
        return cases;
    }

    static Situation situation(String message) {
        return new Situation(
                "failure-template",
                "template(String,String)",
                "[\"" + message + "\",null]",
                Instant.parse("2026-03-04T05:06:07.000000008Z"),
                42,
                List.of());
    }

    static CaseResult only(SandboxReport report) {
        return report.results().get(0);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        open.forEach(ProcessSandbox::stop);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
