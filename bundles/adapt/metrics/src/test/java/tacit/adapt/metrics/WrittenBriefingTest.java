package tacit.adapt.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.BriefingRequest;
import tacit.api.adapt.BriefingSection;
import tacit.api.adapt.BriefingSection.Line;
import tacit.api.adapt.BriefingSection.Status;
import tacit.api.adapt.DailyBriefing;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.Trend;
import tacit.api.store.Scope;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.FakeGate;

class WrittenBriefingTest {

    private static final Scope SCOPE = Scope.ofWorkspace("w1");
    private static final String DAY = "2026-03-02";

    private final FakeGate gate = new FakeGate();

    @TempDir
    Path folder;

    @Test
    void ev05SaysHowLearningGoes() {
        Briefing briefing = brief(Map.of("waiting", false), SCOPE, snapshot(25), Map.of());

        assertThat(briefing.text()).isEqualTo("""
                        # Briefing of 2026-03-02

                        ## Evolution metrics
                        Day 15, 42 tasks
                        [-] Correction rate: 3/week \u2014 1.0 a week before
                        [+] Knowledge growth: 25 entities \u2014 25 entities, 40 relations
                        [=] Style alignment: 87.5% \u2014 3 by observation
                        Overall score: 63/100
                        """);
        assertThat(briefing.sections().get(0).lines())
                .extracting(Line::status)
                .containsExactly(Status.INFO, Status.FAILED, Status.COMPLETED, Status.INFO, Status.INFO);
    }

    @Test
    void leavesOutMetricsThatSayNothing() {
        assertThat(brief(Map.of(), SCOPE, quiet(), Map.of()).sections())
                .extracting(BriefingSection::id)
                .containsExactly(DailyBriefing.WAITING);
        assertThat(brief(Map.of(), SCOPE, null, Map.of()).sections()).hasSize(1);
    }

    @Test
    void showsWhatTheDayBeforeBrought() throws IOException {
        summary(
                "2026-03-01",
                "---\nday: x\n---\n## Decisions\n- Ship on Friday\n\n## Key Findings\n- Ferries are late\n");

        BriefingSection yesterday = section(brief(Map.of(), SCOPE, null, Map.of()), DailyBriefing.LEARNT);

        assertThat(yesterday.lines()).extracting(Line::text).containsExactly("- Ship on Friday", "- Ferries are late");
    }

    @Test
    void showsTheWorkspaceToNobodyWhoMaySeeOneUserOnly() throws IOException {
        summary("2026-03-01", "- Ben was fired\n");

        Briefing briefing = brief(Map.of(), new Scope("w1", "anna"), snapshot(25), Map.of());

        assertThat(briefing.text()).doesNotContain("Ben");
    }

    @Test
    void countsWhatWaits() {
        Briefing briefing = brief(Map.of(), SCOPE, null, Map.of("skill proposals", 2L, "nothing", 0L));

        assertThat(section(briefing, DailyBriefing.WAITING).lines())
                .extracting(Line::text)
                .containsExactly("- memory writes: 1", "- skill proposals: 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evolution_metrics", "learnt_yesterday", "waiting"})
    void leavesOutASectionThatIsSwitchedOff(String setting) throws IOException {
        summary("2026-03-01", "- One\n");
        assertThat(brief(Map.of(), SCOPE, snapshot(25), Map.of()).sections()).hasSize(3);

        assertThat(brief(Map.of(setting, false), SCOPE, snapshot(25), Map.of()).sections())
                .hasSize(2);
    }

    @Test
    void showsAFewItemsOnly() throws IOException {
        summary("2026-03-01", "- One\n- Two\n- Three\n");

        Briefing briefing = brief(Map.of("most_items", 2), SCOPE, null, Map.of());

        assertThat(section(briefing, DailyBriefing.LEARNT).lines()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> brief(Map.of("most_items", 0), SCOPE, null, Map.of()))
                .withMessage("most.items must be in [1, 100], got 0");
    }

    @Test
    void refusesADayThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> writer(Map.of()).brief(new BriefingRequest(SCOPE, "2026-02-31", null, new TreeMap<>())))
                .withMessageContaining("2026-02-31");
    }

    private static BriefingSection section(Briefing briefing, String id) {
        return briefing.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Briefing brief(
            Map<String, ?> settings, Scope scope, @Nullable EvolutionSnapshot snapshot, Map<String, Long> waiting) {
        return writer(settings).brief(new BriefingRequest(scope, DAY, snapshot, new TreeMap<>(waiting)));
    }

    private WrittenBriefing writer(Map<String, ?> settings) {
        return new WrittenBriefing(
                new FolderFiles(workspace -> Optional.of(folder.toString()), 1_000_000),
                gate,
                Configurations.of(WrittenBriefing.Config.class, settings));
    }

    private void summary(String day, String text) throws IOException {
        Path file = folder.resolve(".cowork/memory/summaries/" + day + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static EvolutionSnapshot quiet() {
        return of(List.of(metric(EvolutionMetric.STYLE_ALIGNMENT, 100, "%", Trend.STABLE, "the style never changed")));
    }

    private static EvolutionSnapshot snapshot(int entities) {
        return of(List.of(
                metric(EvolutionMetric.CORRECTION_RATE, 3, "/week", Trend.DECLINING, "1.0 a week before"),
                metric(
                        EvolutionMetric.KNOWLEDGE_GROWTH,
                        entities,
                        "entities",
                        Trend.IMPROVING,
                        entities + " entities, 40 relations"),
                metric(EvolutionMetric.STYLE_ALIGNMENT, 87.5, "%", Trend.STABLE, "3 by observation")));
    }

    private static EvolutionSnapshot of(List<EvolutionMetric> metrics) {
        return new EvolutionSnapshot(Instant.parse("2026-03-02T08:00:00Z"), 15, 42, metrics, 63, List.of());
    }

    private static EvolutionMetric metric(String id, double value, String unit, Trend trend, String detail) {
        String label =
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('_', ' ');
        return new EvolutionMetric(id, label, value, unit, trend, detail, null, null);
    }
}
