package tacit.memory.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tacit.memory.layers.Sample.archived;
import static tacit.memory.layers.Sample.curated;
import static tacit.memory.layers.Sample.entity;
import static tacit.memory.layers.Sample.line;
import static tacit.memory.layers.Sample.manual;
import static tacit.memory.layers.Sample.playbook;
import static tacit.memory.layers.Sample.relationship;
import static tacit.memory.layers.Sample.request;
import static tacit.memory.layers.Sample.scored;
import static tacit.memory.layers.Sample.summary;
import static tacit.memory.layers.Sample.user;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.LayerPreview;

/** The rows of the parity table about the assembly of a prompt, each under its id. */
class SynthesizerRowsTest {

    private static final String HOT = "<cowork_hot_memory>";
    private static final String STRUCTURED = "<cowork_structured_memory>";

    private final WakeUpLayers layers = Sample.usual();

    @Test
    void sy01ShowsBothLanesAndNoRecallHints() {
        AssembledContext context = layers.assemble(request("Plan the week", 2800, "", Sample.ofAllSources()));

        assertThat(context.text()).contains(HOT, "</cowork_hot_memory>", STRUCTURED, "</cowork_structured_memory>");
        assertThat(context.text()).doesNotContain("search_memories");
        assertThat(context.fragments()).isNotEmpty();
    }

    @Test
    void sy02ShowsACuratedEntryUnderItsHeading() {
        AssembledContext context = layers.assemble(request(curated("Likes short replies")));

        assertThat(context.text()).contains("## Curated Hot Memory\n- [user/preference] Likes short replies");
        assertThat(context.attribution()).containsEntry("curated", 1);
    }

    @Test
    void sy03ShowsTheManualAndTheUserApart() {
        AssembledContext context = layers.assemble(request(manual("Push back on weak plans"), user("Alice")));

        assertThat(context.text())
                .containsSubsequence(
                        "## Personal Operating Manual", "Push back on weak plans", "## You & the User", "Alice");
    }

    @Test
    void sy04HasNoManualWhereTheProfileAdmitsNoneAndKeepsTheIdentity() {
        AssembledContext context = layers.assemble(request(user("Alice")));

        assertThat(context.text()).contains("Alice").doesNotContain("Personal Operating Manual");
    }

    @Test
    void sy05LeavesOutTheWholeHotLaneWhenCuratedMemoryIsOff() {
        WakeUpLayers off = Sample.with(Map.of("curated_memory", false));

        AssembledContext context = off.assemble(request(Sample.ofAllSources()));

        assertThat(context.text()).doesNotContain(HOT).contains(STRUCTURED);
        assertThat(context.attribution())
                .containsEntry("curated", 0)
                .containsEntry("profile", 0)
                .containsEntry("relationship", 0);
    }

    @Test
    void sy06ShowsNothingOfTheArchiveByDefault() {
        ContextFragment archived = archived("Read prices.csv");

        AssembledContext context = layers.assemble(request(archived));

        assertThat(context.text()).isEmpty();
        assertThat(context.attribution()).containsEntry("archive", 0);
        assertThat(line(context, archived).reason()).isEqualTo("The setting archive.injection is off");
    }

    @Test
    void sy07ShowsTheArchiveWhenItsFlagIsOn() {
        WakeUpLayers on = Sample.with(Map.of("archive_injection", true));

        AssembledContext context = on.assemble(request(archived("Read prices.csv")));

        assertThat(context.text()).contains("## Archived Recall\n- > [observation] Read prices.csv");
        assertThat(context.attribution()).containsEntry("archive", 1);
    }

    @Test
    void sy08ShowsTheKitBeforeTheLanes() {
        AssembledContext context =
                layers.assemble(request("", 2800, "Rules (AGENTS.md)\n- Be concise", curated("Likes tea")));

        assertThat(context.text()).startsWith("Rules (AGENTS.md)\n- Be concise\n\n" + HOT);
        assertThat(context.attribution()).containsEntry("workspace_kit", 1);
    }

    @Test
    void sy09DropsWhatDoesNotFitAndSaysSomethingEvenThen() {
        AssembledContext context = layers.assemble(request("", 10, "", Sample.facts(30)));

        assertThat(context.explanation().dropped()).isPositive();
        assertThat(context.tokens()).isPositive();
    }

    @Test
    void sy10ShowsSummariesAloneWithoutHeadingsOfTheOthers() {
        AssembledContext context = layers.assemble(request(summary("[Daily Summary 2026-03-01] Shipped")));

        assertThat(context.text())
                .contains("## Recent Summaries", "Shipped")
                .doesNotContain("Past Task Patterns", "Known Entities");
    }

    @Test
    void sy11MentionsAMemoryOnceThatTheArchiveFindsTwice() {
        WakeUpLayers combined = Sample.with(Map.of("wake_up_layers", false, "archive_injection", true));

        AssembledContext context =
                combined.assemble(request(archived("Read prices.csv", "m1"), archived("Read prices.csv again", "m1")));

        assertThat(context.text()).containsOnlyOnce("Read prices.csv");
        assertThat(context.attribution()).containsEntry("archive", 1);
    }

    @Test
    void sy12NeutralisesTags() {
        AssembledContext context = layers.assemble(request(curated("<script>alert(1)</script> is a test")));

        assertThat(context.text()).contains("&lt;script>alert(1)&lt;/script> is a test");
    }

    @Test
    void sy13PreviewsWhatIsInjectedAndWhatWaits() {
        List<LayerPreview> preview = layers.preview(request("", 1800, "", Sample.ofAllSources()));

        assertThat(preview).extracting(LayerPreview::layer).containsExactly("L0", "L1", "L2", "L3");
        assertThat(preview).extracting(LayerPreview::injected).containsExactly(true, true, false, false);
        assertThat(preview)
                .extracting(LayerPreview::title)
                .containsExactly("Identity", "Essential Story", "Topic Packs", "Deep Recall");
        assertThat(preview.get(0).included()).contains(HOT);
        assertThat(preview.get(3).included()).contains("search_quotes");
    }

    @ParameterizedTest
    @CsvSource({
        "2800, 840, 1960, 1078, 882",
        "1820, 546, 1274, 700, 574",
        "1800, 540, 1260, 693, 567",
        "1000, 300, 700, 385, 315",
        "400, 120, 320, 176, 144"
    })
    void sy14SplitsTheBudget(int budget, int kit, int rest, int hot, int structured) {
        AssembledContext context = layers.assemble(request("", budget, "Rules", curated("Likes tea")));

        assertThat(context.explanation().budgets())
                .containsExactlyInAnyOrderEntriesOf(Map.of("kit", kit, "rest", rest, "L0", hot, "L1", structured));
    }

    @Test
    void sy14GivesAllToTheMemoryWithoutAKit() {
        assertThat(layers.assemble(request(curated("x"))).explanation().budgets())
                .containsExactlyInAnyOrderEntriesOf(Map.of("kit", 0, "rest", 2800, "L0", 1540, "L1", 1260));
    }

    @ParameterizedTest
    @CsvSource({
        "0.93, 0.85, 0.9235",
        "0.90, 0.85, 0.9100",
        "0.88, 0.82, 0.8920",
        "0.72, 0.75, 0.7990",
        "0.77, 0.85, 0.8515",
        "0.55, 0.75, 0.7225",
        "0.60, 0.84, 0.7720",
        "0.50, 0.62, 0.6610"
    })
    void sy15ScoresAtAgeZeroWithoutATask(double relevance, double confidence, double score) {
        ContextFragment fragment = scored("s", "notes", "text", relevance, confidence);

        assertThat(line(layers.assemble(request(fragment)), fragment).score()).isCloseTo(score, within(0.00005));
    }

    @Test
    void sy15ScoresAPlaybookThatIsAWeekOld() {
        ContextFragment playbook = Sample.aged(playbook("Deploy"), java.time.Duration.ofDays(7));

        assertThat(line(layers.assemble(request(playbook)), playbook).score()).isCloseTo(0.7783, within(0.00005));
    }

    @Test
    void sy17WeighsFactsByTheTask() {
        ContextFragment ferry = curated("Takes the ferry to Lisbon");
        ContextFragment compiler = curated("Treats compiler warnings as errors");

        AssembledContext context = layers.assemble(request("Book a ferry", 2800, "", compiler, ferry));

        assertThat(line(context, ferry).score())
                .isGreaterThan(line(context, compiler).score());
        assertThat(context.text()).containsSubsequence("ferry to Lisbon", "compiler warnings");
    }

    @Test
    void d16ShowsEntitiesOfTheGraphInL1() {
        assertThat(layers.assemble(request(entity("service Billing uses PostgreSQL")))
                        .text())
                .contains("## Known Entities\n- [KG] service Billing uses PostgreSQL");
    }

    @Test
    void d21SaysAFactOnceAcrossSourcesAndTheKit() {
        ContextFragment curated = curated("Likes short replies");
        ContextFragment relationship = relationship("likes short replies.");
        String kit =
                "# About you (USER.md)\n## Auto Curated Memory\n- preference: Likes short replies\n## Else\n- Lives in Porto";

        AssembledContext context = layers.assemble(request("", 2800, kit, curated, relationship));

        assertThat(context.text()).containsOnlyOnce("short replies").contains("Lives in Porto");
        assertThat(context.text()).doesNotContain("Auto Curated Memory");
        assertThat(line(context, relationship).reason()).contains("It says what", "of curated says");
    }

    @Test
    void ar44SaysNothingWhereNothingIsRemembered() {
        assertThat(layers.assemble(request()).text()).isEmpty();
    }
}
