package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.BriefingSection;
import tacit.api.adapt.BriefingSection.Line;
import tacit.api.adapt.BriefingSection.Status;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.Evolution;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.adapt.Trend;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.memory.LearningSwitches;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;
import tacit.surface.gateway.rest.reply.Json;

class EvolutionResourcesTest {

    private final FakeEvolution evolution = new FakeEvolution();
    private final FakeLearning learning = new FakeLearning();

    @Test
    void saysHowLearningGoes() {
        assertThat(text(new MetricsResource(evolution, learning), FakeCall.json("")))
                .isEqualTo(
                        "{\"computedAt\":\"1970-01-01T00:00:00Z\",\"daysTogether\":15,\"tasksCompleted\":42,"
                                + "\"overallScore\":63,\"metrics\":[{\"id\":\"knowledge_growth\",\"label\":\"Knowledge growth\","
                                + "\"value\":25.0,\"unit\":\"entities\",\"trend\":\"improving\",\"detail\":\"25 entities\","
                                + "\"change\":5.0}],\"generations\":[{\"harnessGeneration\":\"7\",\"succeeded\":1,\"failed\":1,"
                                + "\"estimate\":{\"share\":0.5,\"low\":0.1,\"high\":0.9,\"sample\":2,\"sufficient\":false}}],\"learning\":true}");
    }

    @Test
    void saysWhenNothingIsLearnt() {
        learning.switches = LearningSwitches.OFF;

        assertThat(text(new MetricsResource(evolution, learning), FakeCall.json("")))
                .endsWith(",\"learning\":false}");
    }

    @Test
    void showsWhatWasKept() {
        assertThat(text(new MetricsHistoryResource(evolution), FakeCall.json("").asking("limit", "3")))
                .startsWith("{\"snapshots\":[{\"computedAt\"");
        assertThatThrownBy(() -> text(
                        new MetricsHistoryResource(evolution), FakeCall.json("").asking("limit", "367")))
                .isInstanceOf(HttpProblem.class);
    }

    @Test
    void briefs() {
        assertThat(text(new BriefingResource(evolution), FakeCall.json("").asking("day", "2026-03-02")))
                .isEqualTo(
                        "{\"day\":\"2026-03-02\",\"text\":\"words\",\"sections\":[{\"id\":\"waiting\",\"title\":\"Waiting\","
                                + "\"lines\":[" + "{" + lineFields() + "}]}]}");
    }

    /** The order of two fields of a map is nobody's. */
    private static String lineFields() {
        return Json.text(Map.of("status", "info", "text", "- writes: 1")).replaceAll("^.|.$", "");
    }

    @Test
    void saysWhenNothingMeasures() {
        evolution.missing = true;

        for (HttpResource resource : List.of(
                new MetricsResource(evolution, learning),
                new MetricsHistoryResource(evolution),
                new BriefingResource(evolution))) {
            assertThatThrownBy(() -> resource.handle(FakeCall.json("")))
                    .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                            .isEqualTo(503));
        }
    }

    private static String text(HttpResource resource, FakeCall call) {
        return Conformance.answer(resource, call).toString();
    }

    private static final class FakeEvolution implements Evolution {

        boolean missing;

        @Override
        public EvolutionSnapshot snapshot(Scope scope) {
            check();
            return new EvolutionSnapshot(
                    Instant.EPOCH,
                    15,
                    42,
                    List.of(new EvolutionMetric(
                            EvolutionMetric.KNOWLEDGE_GROWTH,
                            "Knowledge growth",
                            25,
                            "entities",
                            Trend.IMPROVING,
                            "25 entities",
                            null,
                            5.0)),
                    63,
                    List.of(new GenerationSuccess("7", 1, 1, new Estimate(0.5, 0.1, 0.9, 2, false))));
        }

        @Override
        public List<EvolutionSnapshot> history(Scope scope, int most) {
            return List.of(snapshot(scope));
        }

        @Override
        public Briefing briefing(Scope scope, @Nullable String day) {
            check();
            return new Briefing(
                    String.valueOf(day),
                    List.of(new BriefingSection("waiting", "Waiting", List.of(new Line(Status.INFO, "- writes: 1")))),
                    "words");
        }

        private void check() {
            if (missing) {
                throw new IllegalStateException("Role 'evolution-metrics' has no provider");
            }
        }
    }
}
