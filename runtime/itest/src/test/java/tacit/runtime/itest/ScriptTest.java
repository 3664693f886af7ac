package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script on a root of its own, where nothing is built. */
class ScriptTest {

    @TempDir
    Path folder;

    private Path script;
    private String output = "";

    @BeforeEach
    void copy() throws IOException {
        script = folder.resolve("tacit");
        Files.copy(Path.of(System.getenv("TACIT_ROOT"), "tacit"), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws Exception {
        int code = run(Map.of("JAVA_HOME", folder.toString()));

        assertThat(code).isEqualTo(3);
        assertThat(output).hasLineCount(1).contains("JAVA_HOME is '" + folder + "', which holds no bin/java");
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Path java = program("jdk/bin/java", "exit 0");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

        int code = run(Map.of("JAVA_HOME", java.getParent().getParent().toString()));

        assertThat(code).isEqualTo(3);
        assertThat(output).hasLineCount(1).contains("Java 11 at").contains("install a JDK 17 or newer");
    }

    @Test
    void refusesAnOldMaven() throws Exception {
        program("bin/mvn", "echo 'Apache Maven 3.6.3 (cecedd3)'");

        int code = run(Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH")));

        assertThat(code).isEqualTo(3);
        assertThat(output).hasLineCount(1).contains("Maven 3.6 is too old");
    }

    @Test
    void failsWithTheLogWhenTheBuildFails() throws Exception {
        program("bin/mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.1' || { echo '[ERROR] broken'; exit 1; }");
        Path link = Files.createSymbolicLink(folder.resolve("link"), script);

        int code = run(link, Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH")));

        assertThat(code).isEqualTo(3);
        assertThat(output)
                .contains("[ERROR] broken")
                .contains("the build failed, its log is " + folder.toRealPath() + "/distribution/target/build.log");
    }

    @Test
    void givesTheHostRoomAndWorkBehindTheScenesTheLeastPriority() throws Exception {
        Path java = program("jdk/bin/java", "printf '%s\\n' \"$@\"; echo \"trim $MALLOC_TRIM_THRESHOLD_\"");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.2\"\n");
        Files.createFile(
                Files.createDirectories(folder.resolve("distribution/target")).resolve("tacit.built"));
        Files.createDirectories(folder.resolve("distribution/target/tacit/lib"));
        Files.createFile(folder.resolve("distribution/target/tacit/lib/tacit.runtime.launcher-1.jar"));

        int code = run(Map.of("JAVA_HOME", java.getParent().getParent().toString()));

        assertThat(code).isZero();
        assertThat(output.lines())
                .contains(
                        "-XX:ThreadPriorityPolicy=1", "-XX:JavaPriority1_To_OSPriority=19", "-Xmx512m", "trim 16777216")
                .endsWith("tacit.runtime.launcher.Main", "status", "trim 16777216");
    }

    private Path program(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private int run(Map<String, String> environment) throws Exception {
        return run(script, environment);
    }

    private int run(Path command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command.toString(), "status").redirectErrorStream(true);
        builder.directory(folder.getParent().toFile()).environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        return process.waitFor();
    }
}
