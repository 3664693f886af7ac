package tacit.memory.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.layers.Sample.curated;
import static tacit.memory.layers.Sample.fragment;
import static tacit.memory.layers.Sample.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.LayerPreview;
import tacit.api.memory.TrustLane;
import tacit.runtime.testkit.Configurations;

/** Every setting, and what it changes. */
class WakeUpLayersTest {

    @Test
    void mf01HasTheDefaultsOfTheReferenceForWhatItKnows() {
        WakeUpLayers.Config usual = Configurations.of(WakeUpLayers.Config.class, Map.of());

        assertThat(List.of(
                        usual.context_pack_injection(),
                        usual.wake_up_layers(),
                        usual.curated_memory(),
                        usual.session_recall(),
                        usual.topic_memory(),
                        usual.verbatim_recall()))
                .containsOnly(true);
        assertThat(List.of(usual.archive_injection(), usual.layered_memory(), usual.durable_context()))
                .containsOnly(false);
    }

    @Test
    void mf03KeepsTheDefaultsOfSettingsThatAreNotGiven() {
        WakeUpLayers two = Sample.with(Map.of("archive_injection", true, "recall_hints", true));

        assertThat(two.assemble(request("", 2800, "Rules", Sample.ofAllSources()))
                        .text())
                .contains("Rules", "<cowork_hot_memory>", "## Archived Recall", "search_quotes")
                .doesNotContain("context_grep");
    }

    @Test
    void saysWhichFragmentStandsWhere() {
        AssembledContext context = Sample.usual().assemble(request("", 2800, "Rules", Sample.ofAllSources()));

        List<ContextFragment> told = new ArrayList<>();
        for (AssembledContext.Block block : context.blocks()) {
            for (AssembledContext.Piece piece : block.pieces()) {
                ContextFragment fragment = context.fragments().get(told.size());
                told.add(fragment);
                assertThat(piece.key()).isEqualTo(fragment.key());
                assertThat(piece.source()).isEqualTo(fragment.source());
                assertThat(piece.memoryIds()).isEqualTo(fragment.memoryIds());
                assertThat(block.text().substring(piece.begin(), piece.end()))
                        .startsWith("- ")
                        .contains(fragment.text().replaceFirst("^\\[[^]]*] ", ""))
                        .doesNotContain("\n- ", "##");
            }
        }
        assertThat(told).isEqualTo(context.fragments()).hasSizeGreaterThan(5);
    }

    @Test
    void leavesOutTheKit() {
        WakeUpLayers off = Sample.with(Map.of("context_pack_injection", false));

        assertThat(off.assemble(request("", 2800, "Rules", curated("Likes tea")))
                        .text())
                .doesNotContain("Rules");
        assertThat(off.assemble(request("", 2800, "Rules"))
                        .explanation()
                        .lines()
                        .get(0)
                        .reason())
                .isEqualTo("The setting context.pack.injection is off");
    }

    @Test
    void injectsTopicPacksOnlyWhenAsked() {
        ContextFragment pack = fragment("topics", "topics", "Lisbon: ferries leave at nine", TrustLane.STATEMENT);
        WakeUpLayers on = Sample.with(Map.of("layered_memory", true));

        assertThat(Sample.usual().assemble(request(pack)).text()).isEmpty();
        assertThat(on.assemble(request(pack)).text()).contains("## Topic Packs\n- Lisbon: ferries leave at nine");
        assertThat(on.preview(request(pack)).get(2).injected()).isTrue();
    }

    @Test
    void namesTheRecallToolsWhenAsked() {
        WakeUpLayers on = Sample.with(Map.of("recall_hints", true));

        assertThat(on.assemble(request(curated("Likes tea"))).blocks())
                .extracting(block -> block.kind())
                .containsExactly("hot_memory", "recall_hints");
    }

    @ParameterizedTest
    @CsvSource({
        "verbatim_recall, search_quotes",
        "session_recall, search_sessions",
        "durable_context, context_grep",
        "topic_memory, memory_topics_load"
    })
    void namesAToolOnlyWhereItIsThere(String setting, String tool) {
        assertThat(hints(Map.of(setting, true))).contains(tool);
        assertThat(hints(Map.of(setting, false))).doesNotContain(tool).contains("search_memories");
    }

    private static String hints(Map<String, ?> settings) {
        return Sample.with(settings).preview(request()).get(3).included();
    }

    @Test
    void combinesTheLayersInOneAndNamesTheTools() {
        WakeUpLayers combined = Sample.with(Map.of("wake_up_layers", false));

        List<LayerPreview> preview = combined.preview(request("", 1800, "", Sample.ofAllSources()));

        assertThat(preview).extracting(LayerPreview::layer).containsExactly("combined");
        assertThat(preview.get(0).included())
                .contains("<cowork_hot_memory>", "<cowork_structured_memory>", "search_memories");
        assertThat(preview.get(0).excluded()).contains("archive.injection is off");
    }

    @Test
    void letsTheTaskDecideNothingWhereItsShareIsNone() {
        WakeUpLayers deaf = Sample.with(Map.of("task_share", 0.0));
        ContextFragment ferry = curated("Takes the ferry to Lisbon");

        assertThat(Sample.line(deaf.assemble(request("Book a ferry", 2800, "", ferry)), ferry)
                        .score())
                .isEqualTo(Sample.line(deaf.assemble(request(ferry)), ferry).score());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAShareThatIsNone(double share) {
        assertThatThrownBy(() -> Sample.with(Map.of("task_share", share)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task.share must be in [0, 1], got " + share);
    }

    @Test
    void previewsWhatIsLeftOutWithTheReason() {
        LayerPreview identity =
                Sample.usual().preview(request("", 400, "", Sample.facts(30))).get(0);

        assertThat(identity.excludedCount()).isPositive();
        assertThat(identity.excluded().lines()).hasSize(identity.excludedCount());
        assertThat(identity.usedTokens()).isLessThanOrEqualTo(identity.budgetTokens());
    }

    @Test
    void namesTheSourceOfASectionThatNobodyKnows() {
        ContextFragment plugin = fragment("hen-house", "eggs", "Nine eggs on Monday", TrustLane.STATEMENT);

        assertThat(Sample.usual().assemble(request(plugin)).text())
                .contains("## Other Notes\n- [hen-house] Nine eggs on Monday");
    }
}
