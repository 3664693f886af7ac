package tacit.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.harness.Situation;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.SandboxCase;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;
import tacit.runtime.testkit.Configurations;

/** A sandbox on an image of its own, and what tests ask of it. */
final class Sandboxes implements AutoCloseable {

    static final Duration DEADLINE = Duration.ofSeconds(20);

    final Path home;
    final Path data;
    private final MemoryArtifacts artifacts = new MemoryArtifacts();
    private final List<ProcessSandbox> open = new ArrayList<>();

    Sandboxes(Path folder) throws IOException {
        home = folder.resolve("image");
        data = Files.createDirectories(folder.resolve("data"));
        TestImage.writeTo(home);
    }

    ProcessSandbox sandbox(Map<String, ?> settings) {
        Map<String, Object> all = new TreeMap<>(settings);
        all.put("home", home.toString());
        all.putIfAbsent("data_directory", data.toString());
        ProcessSandbox sandbox = new ProcessSandbox(artifacts, Configurations.of(ProcessSandbox.Config.class, all));
        open.add(sandbox);
        return sandbox;
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
    public void close() {
        open.forEach(ProcessSandbox::stop);
    }
}
