package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.harness.Situation;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.SandboxCase;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;
import tacit.runtime.ledger.FileArtifacts;
import tacit.runtime.sandbox.ProcessSandbox;
import tacit.runtime.testkit.Configurations;

/** The sandbox on the real image, with what the image ships. */
class SandboxIT {

    @TempDir
    Path data;

    private FileArtifacts artifacts;
    private ProcessSandbox sandbox;

    @BeforeEach
    void open() {
        Map<String, String> settings =
                Map.of("data_directory", data.toString(), "home", Tacit.image().toString());
        artifacts = new FileArtifacts(Configurations.of(FileArtifacts.Config.class, settings));
        sandbox = new ProcessSandbox(artifacts, Configurations.of(ProcessSandbox.Config.class, settings));
    }

    @AfterEach
    void close() {
        sandbox.stop();
    }

    @Test
    void asksBothVersionsOfAProviderTheSameQuestion() throws Exception {
        assertThat(status(jar("harness"))).isEqualTo(CaseResult.Status.ANSWERED);
        assertThat(status(jar("candidates"))).isEqualTo(CaseResult.Status.ANSWERED);
    }

    @Test
    void offersTheLevelThatDoctorTells() throws Exception {
        Tacit doctor = Tacit.run("doctor", "--data", data);

        assertThat(doctor.output())
                .contains(sandbox.level() + ": " + sandbox.walls().get(0));
    }

    private static Path jar(String folder) throws Exception {
        try (Stream<Path> jars = Files.list(Tacit.image().resolve(folder))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("tacit.learn.template"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private CaseResult.Status status(Path jar) throws Exception {
        String inputs = "[\"Connection to 10.0.0.1 refused after 30 s\",null]";
        SandboxCase asked = new SandboxCase(
                "c0",
                new Situation("failure-template", "template(String,String)", inputs, Instant.EPOCH, 0, List.of()));
        SandboxReport report = sandbox.run(new SandboxRun(
                artifacts.put(Files.readAllBytes(jar)),
                new TreeMap<>(),
                List.of(asked),
                Duration.ofSeconds(20),
                SandboxLevel.PROCESS));
        assertThat(report.startFailure()).isNull();
        return report.results().get(0).status();
    }
}
