package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example plugins, from their sources to a rollback in a running host. */
class PluginIT {

    @TempDir
    Path data;

    @TempDir
    Path work;

    @Test
    void aTraceSourceIsDroppedInUpdatedAndRolledBack() throws Exception {
        PluginProject project = PluginProject.copyOf("trace-source-plugin", work.resolve("project"));
        Path first = project.build("hen-house", "1.0.0");
        Path next = project.edit("example/henhouse/HenHouseSource.java", "split(\";\", -1)", "split(\"[;,]\", -1)")
                .build("hen-house", "1.1.0");
        Path semicolons = log("semicolons.txt", "feed;how much;two cups;good");
        Path commas = log("commas.txt", "feed,how much,two cups,good");

        try (Tacit host = Tacit.up(data)) {
            assertThat(Tacit.run("learn", semicolons, "--format", "hen-house", "--data", data)
                            .exitCode())
                    .isNotZero();
            drop(first, "example.hen-house", "1.0.0");
            activate("example.hen-house@1.0.0");
            assertThat(roles()).containsPattern("trace-source/hen-house +example\\.hen-house +1\\.0\\.0");
            assertThat(learn(semicolons)).containsPattern("1 (new )?trace");
            assertThat(learn(commas)).contains("Must be a task");

            drop(next, "example.hen-house", "1.1.0");
            activate("example.hen-house@1.1.0");
            assertThat(roles()).containsPattern("trace-source/hen-house +example\\.hen-house +1\\.1\\.0");
            assertThat(learn(commas)).doesNotContain("Must be a task");

            assertThat(shell("tacit:rollback").output()).contains("is active");
            assertThat(roles()).containsPattern("trace-source/hen-house +example\\.hen-house +1\\.0\\.0");
            assertThat(learn(commas)).contains("Must be a task");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void aFailureDetectorIsDroppedInSetUpdatedAndRolledBack() throws Exception {
        PluginProject project = PluginProject.copyOf("failure-detector-plugin", work.resolve("project"));
        Path first = project.build("silent-tool", "1.0.0");
        Path next = project.edit("example/silence/SilentToolDetector.java", "Severity.LOW", "Severity.MEDIUM")
                .build("silent-tool", "1.1.0");

        try (Tacit host = Tacit.up(data)) {
            drop(first, "example.silent-tool", "1.0.0");
            activate("example.silent-tool@1.0.0");
            activate("example.silence.SilentToolDetector:confidence=0.8");
            drop(next, "example.silent-tool", "1.1.0");
            activate("example.silent-tool@1.1.0");
            assertThat(roles()).containsPattern("failure-detector/silent.* +example\\.silent-tool +1\\.1\\.0");

            assertThat(shell("tacit:rollback").output()).contains("is active");
            assertThat(roles()).containsPattern("failure-detector/silent.* +example\\.silent-tool +1\\.0\\.0");
            assertThat(shell("tacit:activate example.silence.SilentToolDetector:confidence=7")
                            .output())
                    .contains("confidence must be in [0, 1]");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void aMemorySourceIsDroppedInSwappedAndRolledBack() throws Exception {
        PluginProject project = PluginProject.copyOf("memory-source-plugin", work.resolve("project"));
        Path first = project.build("glossary", "1.0.0");
        Path next = project.edit("example/glossary/GlossarySource.java", " means ", " stands for ")
                .build("glossary", "1.1.0");

        try (Tacit host = Tacit.up(data)) {
            attachGlossary("- churn: customers who left within a month");
            assertThat(context("Report the churn")).contains("\"blocks\":[]");
            drop(first, "example.glossary", "1.0.0");
            assertThat(context("Report the churn")).as("only staged").contains("\"blocks\":[]");
            activate("example.glossary@1.0.0");
            assertThat(context("Report the churn"))
                    .contains("churn means customers who left", "\"glossary\":1", "\"source\":\"glossary\"");
            assertThat(context("Count the orders")).contains("\"blocks\":[]").doesNotContain("customers who left");

            drop(next, "example.glossary", "1.1.0");
            activate("example.glossary@1.1.0");
            assertThat(context("Report the churn")).contains("churn stands for customers who left", "\"glossary\":1");

            assertThat(shell("tacit:rollback").output()).contains("is active");
            assertThat(context("Report the churn")).contains("churn means customers who left", "\"glossary\":1");
            activate("--remove memory-source/glossary");
            assertThat(context("Report the churn")).contains("\"blocks\":[]").doesNotContain("glossary");
            assertThat(host.terminate()).isZero();
        }
    }

    private void attachGlossary(String lines) throws Exception {
        Path folder = Files.createDirectories(work.resolve("workspace"));
        Files.writeString(folder.resolve("GLOSSARY.md"), lines + "\n");
        assertThat(shell("tacit:workspace attach default " + folder).exitCode()).isZero();
    }

    private String context(String task) throws Exception {
        Api api = new Api(data);
        return api.post("/v1/context", api.operator(), "{\"task\":\"" + task + "\"}")
                .body();
    }

    private Path log(String name, String line) throws IOException {
        return Files.writeString(work.resolve(name), "# hen house log\n" + line + "\n");
    }

    private void drop(Path jar, String bundle, String version) throws Exception {
        Files.copy(jar, Files.createDirectories(data.resolve("plugins")).resolve(jar.getFileName()));
        String staged = "";
        for (int look = 0; look < 60 && !staged.matches("(?s).*" + bundle + " +" + version + " +staged.*"); look++) {
            staged = shell("tacit:stage").output();
        }
        assertThat(staged).containsPattern(bundle + " +" + version + " +staged");
    }

    private void activate(String what) throws Exception {
        Tacit activation = shell("tacit:activate " + what);
        assertThat(activation.exitCode()).as(activation.output()).isZero();
    }

    private String roles() throws Exception {
        return shell("tacit:roles").output();
    }

    private String learn(Path file) throws Exception {
        return Tacit.run("learn", file, "--format", "hen-house", "--data", data).output();
    }

    private Tacit shell(String line) throws Exception {
        return Tacit.run("shell", line, "--data", data);
    }
}
