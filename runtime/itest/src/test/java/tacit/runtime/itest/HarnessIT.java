package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessIT {

    private static final String TEMPLATE = "tacit.learn.template";

    @TempDir
    Path data;

    @Test
    void promotesACandidateAndRollsItBack() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            assertThat(shell("tacit:roles").output()).containsPattern("failure-template +" + TEMPLATE + " +1\\.0\\.0");

            Tacit staged = shell("tacit:stage '" + candidate() + "'");
            assertThat(staged.output()).contains("staged").contains("failure-template");
            assertThat(shell("tacit:roles").output()).doesNotContain("1.1.0");

            Tacit plan = shell("tacit:activate " + TEMPLATE + "@1.1.0 --dry-run");
            assertThat(plan.output())
                    .contains(
                            TEMPLATE + " 1.0.0", TEMPLATE + " 1.1.0", "tacit.learn.mine", "Nothing speaks against it");
            assertThat(shell("tacit:generations").output()).doesNotContain("promoted by hand");

            Tacit promotion = shell("tacit:activate " + TEMPLATE + "@1.1.0 --reason 'promoted by hand'");
            assertThat(promotion.exitCode()).as(promotion.output()).isZero();
            assertThat(promotion.output()).contains("Generation 2 is active, before it 1");
            assertThat(shell("tacit:roles").output()).containsPattern("failure-template +" + TEMPLATE + " +1\\.1\\.0");
            assertThat(shell("tacit:diff 1 2").output()).contains("failure-template", "1.0.0", "1.1.0");

            Tacit rollback = shell("tacit:rollback");
            assertThat(rollback.output()).contains("Generation 1 is active, before it 2");
            assertThat(shell("tacit:roles").output()).containsPattern("failure-template +" + TEMPLATE + " +1\\.0\\.0");
            assertThat(shell("tacit:audit").output()).contains("generation.");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void activatesASettingAndKeepsItOverAKill() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Tacit changed = shell("tacit:activate tacit.learn.template.MaskingTemplates:longest=90");
            assertThat(changed.exitCode()).as(changed.output()).isZero();
            host.kill();
        }

        try (Tacit again = Tacit.up(data)) {
            assertThat(again.output()).doesNotContain("Problem");
            assertThat(shell("tacit:generation 2").output()).containsPattern("longest +90");
            assertThat(shell("tacit:generations").output()).containsPattern("\\* +2 ");
            assertThat(shell("tacit:rollback 1").output()).contains("Generation 1 is active");
            assertThat(again.terminate()).isZero();
        }
    }

    @Test
    void refusesASettingThatDoesNotExist() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Tacit refused = shell("tacit:activate tacit.learn.template.MaskingTemplates:lenght=90");

            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.output()).contains("lenght").contains("generation 1 stays active");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void stagesWhatIsDroppedInAndSaysWhatIsWrongWithIt() throws Exception {
        Path plugins = Files.createDirectories(data.resolve("plugins"));
        Files.writeString(plugins.resolve("noise.jar"), "this is no zip file");
        Plugins.importing("no.such.thing", plugins.resolve("wants.jar"));
        Files.copy(candidate(), plugins.resolve("next.jar"));

        try (Tacit host = Tacit.up(data)) {
            String list = awaitInStage("noise.jar", "test.wants", TEMPLATE);

            assertThat(host.output()).doesNotContain("Problem");
            assertThat(list)
                    .containsPattern("noise\\.jar[^}]*refused")
                    .containsPattern(TEMPLATE + "\",\"version\":\"1\\.1\\.0\",\"state\":\"staged");
            assertThat(shell("tacit:roles").output()).doesNotContain("1.1.0");
            assertThat(shell("tacit:activate test.wants").output()).contains("no.such.thing");
        }
    }

    private String awaitInStage(String... words) throws Exception {
        String list = "";
        for (int look = 0; look < 200 && !Stream.of(words).allMatch(list::contains); look++) {
            list = shell("tacit:stage --json").output();
        }
        return list;
    }

    @Test
    void survivesADrillOnTheLiveHost() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Tacit drill = shell("tacit:drill --swaps 5 --json");

            assertThat(drill.output()).contains("\"swaps\":5").contains("\"failedCalls\":0");
            assertThat(shell("tacit:generations").output()).doesNotContain("drill");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void leavesTheShellsOfTheFrameworkUsable() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            assertThat(shell("lb -s").output()).contains("tacit.runtime.harness");
            assertThat(shell("scr:list").exitCode()).isZero();
            assertThat(shell("tacit:services FailureTemplates").output()).contains("tacit.api.learn.FailureTemplates");
            assertThat(shell("tacit:trust").output()).contains("hash");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void refusesALedgerThatWasChanged() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            host.terminate();
        }
        Path ledger = data.resolve("ledger/generations.jsonl");
        Files.writeString(ledger, Files.readString(ledger).replace("shipped", "slipped"));

        try (Tacit host = Tacit.up(data)) {
            assertThat(host.output()).contains("Problem").contains("generations.jsonl");
        }
    }

    private Tacit shell(String line) throws Exception {
        return Tacit.run("shell", line, "--data", data);
    }

    private static Path candidate() throws IOException {
        return Tacit.image()
                .resolve("candidates/tacit.learn.template-1.1.0.jar")
                .toRealPath();
    }
}
