package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.generation.ActivationRequest;

class GenerationShellTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);
    private final FakeGenerations generations = new FakeGenerations();
    private final FakeStaging staging = new FakeStaging();

    @BeforeEach
    void start() {
        io.start();
        add(new GenerationCommands(generations), "generations", "generation", "diff");
        add(new ActivationCommands(generations, staging), "stage", "discard", "activate", "rollback", "drill");
        add(
                new HarnessCommands(FakeHarness.harness(), FakeHarness.trust(), FakeHarness.log()),
                "roles",
                "trust",
                "decisions",
                "decision");
    }

    private void add(Object commands, String... names) {
        List.of(names).forEach(name -> processor.addCommand("tacit", commands, name));
    }

    @AfterEach
    void stop() {
        io.stop();
    }

    @Test
    void marksTheActiveGeneration() {
        run("tacit:generations");

        assertThat(text(out).lines().toList()).hasSize(3);
        assertThat(text(out).lines().toList().get(1)).startsWith("*").contains("promoted", "why 2");
    }

    @Test
    void showsBundlesAndSettingsOfAGeneration() {
        run("tacit:generation 1");

        assertThat(text(out)).contains("test.template 1.0.0 (a1a1a1a1a1a1)", "test.Masking:longest", "90");
    }

    @Test
    void namesAGenerationThatDoesNotExist() {
        assertThat(run("tacit:generation 7")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("There is no generation 7");
    }

    @Test
    void showsWhatDiffers() {
        run("tacit:diff 1 2");

        assertThat(text(out)).contains("failure-template", "1.0.0", "1.1.0", "test.Masking:longest", "90", "120");
    }

    @Test
    void stagesAFileRelativeToTheCallersFolder() {
        assertThat(run("tacit:stage target/two.jar")).isEqualTo(Command.OK);

        assertThat(staging.staged).containsExactly(Path.of("/caller/target/two.jar"));
        assertThat(text(out)).contains(FakeStaging.HASH, "trace-source/hens", "package a.b [1,2)");
    }

    @Test
    void failsWhenAFileIsRefused() {
        assertThat(run("tacit:stage bad.jar")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("Refused: it exports packages");
    }

    @Test
    void listsCandidatesWithoutAFile() {
        run("tacit:stage");

        assertThat(text(out)).contains("test.two", "staged", "c3c3c3c3c3c3");
    }

    @Test
    void activatesAllRolesOfABundleAndKeepsOtherSettings() {
        run("tacit:activate test.two test.Masking:longest=80 --reason 'hens lay'");

        ActivationRequest request = generations.asked.get(0);
        assertThat(request.bundles())
                .containsOnlyKeys("trace-source/hens", "failure-detector/hens")
                .containsValue(FakeStaging.HASH);
        assertThat(request.configurations().get("test.Masking"))
                .containsOnly(Map.entry("longest", "80"), Map.entry("other", "kept"));
        assertThat(request.reason()).isEqualTo("hens lay");
        assertThat(text(out)).contains("Generation 3 is active, before it 2");
    }

    @Test
    void activatesOneRoleOnly() {
        run("tacit:activate test.two --role trace-source/hens");

        assertThat(generations.asked.get(0).bundles()).containsOnlyKeys("trace-source/hens");
    }

    @Test
    void bringsADefaultBackByAnEmptyValue() {
        run("tacit:activate test.Masking:longest=");

        assertThat(generations.asked.get(0).configurations().get("test.Masking"))
                .containsOnlyKeys("other");
    }

    @Test
    void asksForARoleToGo() {
        run("tacit:activate --remove trace-source/hens");

        assertThat(generations.asked.get(0).removed()).containsExactly("trace-source/hens");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tacit:activate | activate needs a candidate, a setting PID:KEY=VALUE or --remove ROLE",
                "tacit:activate nothing | No bundle is 'nothing'",
                "tacit:activate test.template | Several bundles are 'test.template'",
                "tacit:activate test.bad | test.bad 2.0.0 (d4d4d4d4d4d4) was refused: it exports packages",
                "tacit:activate longest=3 | A setting must be PID:KEY=VALUE, got 'longest=3'",
                "tacit:activate test.two --role failure-template | does not fill role 'failure-template'",
                "tacit:activate test.template@1.0.0 b2b2b2b2 | Two of the bundles fill role 'failure-template'",
                "tacit:rollback x | A number must be given, got 'x'",
                "tacit:rollback 1 2 | rollback takes one number at most",
                "tacit:stage a b | stage takes one file at a time",
                "tacit:decision nothing | There is no decision 'nothing'"
            })
    void refusesWhatItCannotDo(String line, String reason) {
        assertThat(run(line)).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains(reason);
        assertThat(generations.asked).isEmpty();
        assertThat(generations.back).isEmpty();
    }

    @Test
    void namesTheStepThatFailed() {
        generations.refuses = true;

        assertThat(run("tacit:activate b2b2b2b2")).isEqualTo(Command.FAILED);

        assertThat(text(out)).contains("FAILED");
        assertThat(text(err)).contains("Failed at probe of failure-template: it threw; generation 2 stays active");
    }

    @Test
    void onlyShowsADryRun() {
        generations.refuses = true;

        run("tacit:activate test.two --dry-run");

        assertThat(text(out))
                .contains("+no.such", "tacit.learn.mine (failure-template)", "no.such", "It would be refused");
    }

    @Test
    void rollsBackToTheOneBeforeOrToANumber() {
        run("tacit:rollback");
        run("tacit:rollback 1 --reason 'it was better'");

        assertThat(generations.back).containsExactly(Optional.empty(), Optional.of(1L));
    }

    @Test
    void discardsACandidateOnly() {
        run("tacit:discard test.two");
        run("tacit:discard test.template@1.0.0");

        assertThat(text(out)).contains("Discarded", "Nothing discarded: it is no candidate");
    }

    @Test
    void showsWhatADrillLost() {
        run("tacit:drill --swaps 7");

        assertThat(text(out)).contains("swaps", "7", "failedCalls", "worstCall", "4.0 ms");
    }

    @Test
    void listsRolesWithAlarms() {
        run("tacit:roles");

        assertThat(text(out))
                .contains("failure-template", "1.1.0", "12.5 us", "Alarm: generation 3 could not start")
                .contains("trace-source", "none");
    }

    @Test
    void showsThePolicy() {
        run("tacit:trust");

        assertThat(text(out)).contains("hash");
    }

    @Test
    void listsAndShowsDecisions() {
        run("tacit:decisions failure-template");
        assertThat(text(out)).contains("d1", "template(String,String)", "b2b2b2b2b2b2");

        run("tacit:decision d1");
        assertThat(text(out)).contains("[\"a 7\",null]", "Store.find()[] = 1", "redactions");
    }

    @Test
    void saysHowManyDecisionsAreMissing() {
        run("tacit:decisions");

        assertThat(text(out)).contains("5 decisions were not kept since the host started");
    }

    private int run(String line) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                160,
                Path.of("/caller"));
        return new ShellCommand(processor).run(List.of(line), console);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
