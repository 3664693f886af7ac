package tacit.memory.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.layers.Sample.curated;
import static tacit.memory.layers.Sample.line;
import static tacit.memory.layers.Sample.manual;
import static tacit.memory.layers.Sample.request;
import static tacit.memory.layers.Sample.summary;
import static tacit.memory.layers.Sample.user;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.LayerRequest;
import tacit.memory.words.Tokens;

class PromptBudgetTest {

    private static final String KIT = "Rules (AGENTS.md)\n" + "- A rule of the house that has some words\n".repeat(200);

    private final WakeUpLayers layers = Sample.usual();

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 320, 400, 457, 1000, 1800, 1820, 2800, 100_000})
    void staysWithinTheBudgetOrTheGuaranteedLeast(int budget) {
        List<ContextFragment> fragments = new ArrayList<>(List.of(Sample.facts(100)));
        for (int i = 0; i < 50; i++) {
            fragments.add(summary("[Daily Summary " + i + "] Much was done on that day, and more the day after"));
        }

        for (String kit : new String[] {"", KIT}) {
            AssembledContext context =
                    layers.assemble(request("", budget, kit, fragments.toArray(ContextFragment[]::new)));

            assertThat(context.tokens()).isLessThanOrEqualTo(Math.max(budget, 320));
            assertThat(context.tokens()).isEqualTo(Tokens.of(context.text()));
        }
    }

    @Test
    void guaranteesEachBlockItsShareWhateverTheOthersHold() {
        AssembledContext context =
                layers.assemble(request("", 1000, KIT, withLast(summary("Shipped"), Sample.facts(200))));

        assertThat(context.blocks())
                .extracting(AssembledContext.Block::kind)
                .containsExactly("kit", "hot_memory", "structured_memory");
    }

    @Test
    void guaranteesEachSectionItsBestPiece() {
        ContextFragment[] others = withLast(user("Alice"), withLast(manual("Be frank"), Sample.facts(200)));

        AssembledContext context = layers.assemble(request("", 1000, "", others));

        assertThat(context.text()).contains("Alice", "Be frank");
    }

    @Test
    void showsWholePiecesAndGoesOnAfterOneThatDoesNotFit() {
        ContextFragment huge = Sample.scored("curated", "curated", "word ".repeat(4000), 1, 1);
        ContextFragment small = curated("Likes tea");

        AssembledContext context = layers.assemble(request(huge, small));

        assertThat(context.fragments()).containsExactly(small);
        assertThat(line(context, huge).reason())
                .isEqualTo("It does not fit beside what is worth more into 1540 tokens");
    }

    @Test
    void cutsTheKitBehindAWholeLineAndSaysSo() {
        AssembledContext context = layers.assemble(request("", 400, KIT, curated("Likes tea")));

        String kit = context.blocks().get(0).text();
        assertThat(kit).endsWith("some words\n[the kit goes on]");
        assertThat(Tokens.of(kit)).isLessThanOrEqualTo(120);
        assertThat(context.explanation().lines().get(0).reason()).contains("what does not fit");
    }

    @Test
    void leavesOutAKitOfWhichNoLineFits() {
        AssembledContext context = layers.assemble(request("", 400, "x".repeat(5000), curated("Likes tea")));

        assertThat(context.attribution()).containsEntry("workspace_kit", 0);
        assertThat(context.explanation().lines().get(0).reason()).isEqualTo("No whole line of the kit fits");
    }

    @Test
    void explainsEveryFragmentOnce() {
        ContextFragment[] offered =
                withLast(curated("Fact number 1 is a little longer than the others"), Sample.facts(60));

        ContextExplanation explanation =
                layers.assemble(request("", 500, "", offered)).explanation();

        assertThat(explanation.lines()).hasSize(offered.length).allMatch(line -> !line.reason()
                .isBlank());
        assertThat(explanation.lines()).allSatisfy(line -> assertThat(line.parts().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(line.score()));
    }

    @Test
    void givesTheSameBytesInWhateverOrderTheSourcesAnswer() {
        List<ContextFragment> fragments = new ArrayList<>(List.of(Sample.ofAllSources()));
        fragments.addAll(List.of(Sample.facts(40)));
        AssembledContext first = layers.assemble(request("Plan", 700, KIT, fragments.toArray(ContextFragment[]::new)));

        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(fragments, new Random(seed));
            LayerRequest shuffled = request("Plan", 700, KIT, fragments.toArray(ContextFragment[]::new));

            assertThat(layers.assemble(shuffled)).isEqualTo(first);
        }
    }

    @Test
    void splitsACombinedLayerInHalves() {
        WakeUpLayers combined = Sample.with(Map.of("wake_up_layers", false));

        assertThat(combined.assemble(request("", 2800, "Rules", curated("x")))
                        .explanation()
                        .budgets())
                .containsExactlyInAnyOrderEntriesOf(Map.of("kit", 979, "rest", 1821, "L0", 910, "L1", 911));
    }

    private static ContextFragment[] withLast(ContextFragment last, ContextFragment... before) {
        ContextFragment[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = last;
        return all;
    }
}
