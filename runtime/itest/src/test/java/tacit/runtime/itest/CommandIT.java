package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandIT {

    private static final Path SAMPLE = Tacit.image().resolve("sample");

    @TempDir
    Path data;

    @TempDir
    Path runs;

    @Test
    void learnsWithoutAHostAndKeepsItForTheNext() throws Exception {
        Tacit first = Tacit.run("learn", SAMPLE, "--json", "--data", data);
        Tacit second = Tacit.run("learn", SAMPLE, "--json", "--data", data);

        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("\"duplicate\":0").doesNotContain("\"clusters\":[]");
        assertThat(second.output()).contains("\"new\":0").doesNotContain("\"clusters\":[]");
    }

    @Test
    void learnsInsideTheHostThatHoldsTheData() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Tacit learn = Tacit.run("learn", SAMPLE, "--json", "--data", data);
            Tacit status = Tacit.run("status", "--json", "--data", data);

            assertThat(learn.exitCode()).as(learn.output()).isZero();
            assertThat(learn.output()).contains("\"duplicate\":0");
            assertThat(status.output()).contains("\"running\":true,\"pid\":" + host.pid());
        }
    }

    @Test
    void keepsWhatAHostLearned() throws Exception {
        try (Tacit host = Tacit.up(data, "--sample")) {
            host.await("Look closer");
            host.terminate();
        }

        Tacit again = Tacit.run("learn", SAMPLE, "--json", "--data", data);

        assertThat(again.output()).contains("\"new\":0");
    }

    @Test
    void comparesWhileAHostHoldsTheData() throws Exception {
        Path before = batch("before", "failure");
        Path after = batch("after", "success");

        try (Tacit host = Tacit.up(data)) {
            Tacit compare = Tacit.run("compare", before, after, "--json", "--data", data);

            assertThat(compare.exitCode()).as(compare.output()).isZero();
            assertThat(compare.output()).contains("\"verdict\":\"PASS\"").contains("\"fixed\":20");
            assertThat(host.terminate()).isZero();
        }
    }

    private Path batch(String name, String label) throws IOException {
        String lines = IntStream.range(0, 20)
                .mapToObj(task -> "{\"tacit\":1,\"trace\":{\"id\":\"" + name + task + "\",\"taskKey\":\"task/" + task
                        + "\"},\"outcomes\":[{\"label\":\"" + label + "\",\"source\":\"grader\"}]}")
                .collect(Collectors.joining("\n"));
        return Files.writeString(runs.resolve(name + ".jsonl"), lines);
    }

    @Test
    void tellsTheHealthOfTheMachineAndOfTheHost() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Tacit doctor = Tacit.run("doctor", "--data", data);

            assertThat(doctor.exitCode()).as(doctor.output()).isZero();
            assertThat(doctor.output()).contains("held by this host").contains("process " + host.pid());
        }
    }

    @Test
    void listsEveryVerbOfTheBundlesInItsHelp() throws Exception {
        Tacit unknown = Tacit.run("no-such-verb", "--data", data);
        String help = Tacit.run("help").output();

        assertThat(unknown.exitCode()).as(unknown.output()).isEqualTo(3);
        // Its line alone: the log of bundles that come and go meanwhile may stand before and after it.
        String refusal = unknown.output()
                .lines()
                .filter(line -> line.startsWith("Cannot run"))
                .findFirst()
                .orElseThrow();
        String verbs = refusal.replaceFirst(".*they offer ", "").replaceFirst("; \\./tacit help.*", "");
        assertThat(List.of(verbs.split(", ", -1))).contains("learn", "compare").allSatisfy(verb -> assertThat(help)
                .contains("  " + verb + " "));
    }

    @Test
    void saysHowToStartAHostForTheShell() throws Exception {
        Tacit shell = Tacit.run("shell", "tacit:stats", "--data", data);

        assertThat(shell.exitCode()).isEqualTo(3);
        assertThat(shell.output()).contains("no host runs on").contains("./tacit up");
    }
}
