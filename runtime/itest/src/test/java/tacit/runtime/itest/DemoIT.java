package tacit.runtime.itest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The closed loop as {@code ./tacit demo} runs it, on the real image with the real agent. */
class DemoIT {

    private static final Pattern GAIN = Pattern.compile(
            "Solved (\\d+) of 48 before, (\\d+) of 48 after: \\S+ points \\(95 % interval ([+-]\\d+) to ([+-]\\d+)\\)");

    @TempDir
    Path folder;

    @Test
    void learnsProvesPromotesRefusesAndTakesBack() throws Exception {
        String told = demo("--approve");

        assertThat(told)
                .contains("rule:guard-mining: ")
                .contains("PASS: better: ")
                .contains("Generation 2 decides, in place of generation 1")
                .contains("FAIL: worse: ")
                .containsPattern("promote: Cannot promote experiment \\S+: it is failed gate")
                .contains("Generation 3 decides, in place of generation 2")
                .contains("The experiment is rolled back")
                .containsPattern("promoted +rolled_back +rule:watch")
                .contains("Solved 48 of 48 tasks (the same again)");
        assertThat(gain(told, 2)).isGreaterThan(gain(told, 1) + 12);
        assertThat(gain(told, 3)).as("the lower end of the interval").isPositive();
    }

    @Test
    void gainsNothingWhereTheLearnedChangeIsWithheld() throws Exception {
        String told = demo("--withhold", "--seed", "2");

        assertThat(told).contains("PASS: better: ", "It is not promoted").doesNotContain("Generation 2");
        assertThat(gain(told, 3)).isLessThanOrEqualTo(0);
        assertThat(gain(told, 4)).isGreaterThanOrEqualTo(0);
    }

    private static int gain(String told, int group) {
        Matcher gain = GAIN.matcher(told);
        assertThat(gain.find()).as(told).isTrue();
        return Integer.parseInt(gain.group(group));
    }

    private String demo(String... options) throws Exception {
        Path agent = Tacit.root().resolve("examples/records-agent/target");
        List<String> command = new ArrayList<>(List.of(
                Tacit.java(),
                "-cp",
                agent.resolve("classes") + ":" + agent.resolve("lib") + "/*",
                "tacit.examples.records.changes.Demo",
                "--command",
                host().toString()));
        command.addAll(List.of(options));
        Process demo = new ProcessBuilder(command).redirectErrorStream(true).start();
        demo.getOutputStream().close();
        String told = new String(demo.getInputStream().readAllBytes(), UTF_8);
        assertThat(demo.waitFor()).as(told).isZero();
        return told;
    }

    /** Starts the image as the script in the project's folder does, which would build it anew. */
    private Path host() throws Exception {
        Path script = folder.resolve("tacit");
        Files.writeString(
                script,
                "#!/bin/sh\nexec '" + Tacit.java() + "' -XX:+UseSerialGC '-Dtacit.home=" + Tacit.image() + "' -cp '"
                        + Tacit.classPath() + "' tacit.runtime.launcher.Main \"$@\"\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
