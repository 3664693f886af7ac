package tacit.memory.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;
import tacit.api.memory.MemoryOutcomes;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

class ContextCommandTest {

    private final List<ContextRequest> asked = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private @Nullable MemoryOutcomes outcomes;

    @Test
    void showsTheTextAsItWouldBeSent() {
        assertThat(run("the text", "--task", "Book a ferry")).isEqualTo("the text\n");
        assertThat(asked.get(0).task()).isEqualTo("Book a ferry");
        assertThat(asked.get(0).audience()).isEqualTo(Audience.ofUser(null));
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(run("", "--task", "x")).isEqualTo("Nothing is remembered for this task\n");
    }

    @Test
    void explainsEachFragmentAndWhoIsMissing() {
        assertThat(run("the text", "--task", "x", "--explain"))
                .contains(
                        "2 tokens of 2800, of which at most {L0=10}",
                        "kept     L0  0.9235  curated c1: It fits (relevance 0.4185)",
                        "dropped  none  0.0000  profile: It is private",
                        "missing  graph: It failed");
    }

    @Test
    void explainsHowRunsWentThatWereShownEachMemory() {
        outcomes = new TwoOutcomes();

        assertThat(run("the text", "--task", "x", "--explain"))
                .contains("outcome  m1: 8 of 10 runs that were shown it went well (95 %: 49 to 94 %)")
                .contains("useless  m2: 1 of 30 runs that were shown it went well (95 %: 1 to 17 %), 80 % of 50 others")
                .doesNotContain("m3:");
        out.reset();
        assertThat(run("the text", "--task", "x")).isEqualTo("the text\n");
    }

    @Test
    void asksForAChannel() {
        run("", "--task", "x", "--audience", "public", "--channel", "slack");

        assertThat(asked.get(0).audience()).isEqualTo(new Audience(Audience.Kind.PUBLIC, null, "slack", null, false));
    }

    @Test
    void asksForWhomeverItIsTold() {
        run("", "--task", "x", "--workspace", "w", "--user", "ada", "--audience", "group", "--budget", "100");

        assertThat(asked.get(0).workspaceId()).isEqualTo("w");
        assertThat(asked.get(0).audience()).isEqualTo(new Audience(Audience.Kind.GROUP, "ada", null, null, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--explain | --task must be given",
                "--task | --task must be followed by a value",
                "--task x --audience all | --audience must be private, group or public, got 'all'",
                "--task x --budget 0 | --budget must be in [1, 1000000], got '0'",
                "--task x --budget 9999999 | --budget must be in [1, 1000000], got '9999999'",
                "--task x y | 'y' must be --explain or one of"
            })
    void refusesWhatItCannotRead(String line, String reason) {
        assertThatThrownBy(() -> run("", line.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(reason);
    }

    private String run(String text, String... arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Console console = new Console(stream, stream, false, 100, Path.of("."));
        ContextCommand command = new ContextCommand(new Fixed(text), Clock.fixed(Offers.NOW, ZoneOffset.UTC));
        command.outcomes = outcomes;

        assertThat(command.run(List.of(arguments), console)).isEqualTo(Command.OK);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Counted runs with two memories. */
    private static final class TwoOutcomes implements MemoryOutcomes {

        @Override
        public void shown(Scope scope, String contextId, Collection<String> memoryIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Helpfulness> of(Scope scope, String memoryId) {
            return switch (memoryId) {
                case "m1" -> Optional.of(new Helpfulness("m1", 8, 2, 0.49, 0.943, 0, 0, false));
                case "m2" -> Optional.of(new Helpfulness("m2", 1, 29, 0.006, 0.167, 40, 50, true));
                default -> Optional.empty();
            };
        }

        @Override
        public Page<Helpfulness> list(Scope scope, PageRequest page) {
            throw new UnsupportedOperationException();
        }
    }

    /** Answers the same to everybody. */
    private final class Fixed implements Contexts {

        private final String text;

        Fixed(String text) {
            this.text = text;
        }

        @Override
        public AssembledContext context(ContextRequest request, int budget) {
            asked.add(request);
            TreeMap<String, Double> parts = new TreeMap<>();
            parts.put("relevance", 0.4185);
            TreeMap<String, Integer> budgets = new TreeMap<>();
            budgets.put("L0", 10);
            ContextExplanation explanation = new ContextExplanation(
                    List.of(
                            new ContextExplanation.Line("c1", "curated", "L0", true, 2, 0.9235, parts, "It fits"),
                            new ContextExplanation.Line(
                                    "", "profile", "none", false, 0, 0, new TreeMap<>(), "It is private")),
                    budgets,
                    List.of(new ContextExplanation.Failure("graph", "It failed")));
            List<AssembledContext.Block> blocks =
                    List.of(new AssembledContext.Block("hot_memory", "x", 1, List.of("m1", "m2", "m3"), List.of()));
            return new AssembledContext(text, 2, blocks, List.of(), new TreeMap<>(), explanation);
        }

        @Override
        public List<LayerPreview> preview(ContextRequest request, int budget) {
            return List.of();
        }
    }
}
