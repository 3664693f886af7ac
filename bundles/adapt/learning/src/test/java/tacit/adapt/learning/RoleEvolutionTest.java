package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.BriefingRequest;
import tacit.api.adapt.EvolutionMetricsService;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleHistory;
import tacit.api.memory.LearningSwitches;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class RoleEvolutionTest {

    private static final Scope ALL = Scope.ofWorkspace("w1");
    private static final Scope ANNA = new Scope("w1", "anna");
    private static final Scope BEN = new Scope("w1", "ben");

    private final MovingClock clock = new MovingClock();
    private final Instant start = clock.instant();
    private final FakeMetrics metrics = new FakeMetrics();
    private final List<BriefingRequest> requests = new ArrayList<>();
    private final Switched learning = new Switched(LearningSwitches.USUAL);
    private RoleEvolution evolution;
    private SqlStateStore states;
    private SqlTraceStore traces;

    @BeforeEach
    void open(Database database) {
        states = new SqlStateStore(database, new PatternRedactor(), clock);
        states.put(ANNA, "style", "all", 0, "{}", List.of());
        states.put(BEN, "style", "all", 0, "{}", List.of());
        states.put(ALL, "style", "all", 0, "{}", List.of());
        traces = new SqlTraceStore(database);
        evolution = new RoleEvolution(states, learning, clock);
        evolution.metrics = metrics;
        evolution.style = only(AdaptiveStyleEngine.class, (Object[] arguments) -> shifts((Scope) arguments[0]));
        evolution.briefings = request -> {
            requests.add(request);
            return new Briefing(request.day(), List.of(), "");
        };
    }

    private List<StyleChange> shifts(Scope user) {
        return Objects.equals(user.userId(), "anna")
                ? List.of(
                        shift(StyleChange.MESSAGE_PATTERN + "short", Duration.ofDays(40)),
                        shift(StyleChange.FEEDBACK + "too_verbose", Duration.ofDays(2)),
                        shift(StyleChange.SET, Duration.ofDays(1)))
                : List.of(shift(StyleChange.MESSAGE_PATTERN + "long", Duration.ofDays(28)));
    }

    private StyleChange shift(String reason, Duration ago) {
        return new StyleChange(
                1, null, StyleDimension.RESPONSE_LENGTH, "balanced", "terse", reason, List.of("e1"), start.minus(ago));
    }

    @Test
    void countsWhatTheStyleDidWithoutBeingSet() {
        evolution.snapshot(ANNA);
        evolution.snapshot(ALL);

        assertThat(metrics.styles)
                .containsExactly(Map.entry(ANNA, new StyleHistory(1, 1, 1)), Map.entry(ALL, new StyleHistory(2, 1, 2)));
    }

    @Test
    void measuresWithoutAStyle() {
        evolution.style = only(AdaptiveStyleEngine.class, arguments -> {
            throw new IllegalStateException("Role 'style' has no provider");
        });

        evolution.snapshot(ANNA);

        assertThat(metrics.styles).containsExactly(Map.entry(ANNA, StyleHistory.NONE));
    }

    @Test
    void briefsWithWhatIsMeasuredToday() {
        evolution.proposals = only(SkillProposals.class, arguments -> List.of());

        assertThat(evolution.briefing(ANNA, null).day()).isEqualTo("2026-03-01");

        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.evolution()).isNotNull();
            assertThat(request.waiting()).isEqualTo(new TreeMap<>(Map.of("skill proposals", 0L)));
        });
    }

    @Test
    void briefsWithWhatWasKeptOfAnotherDay() {
        evolution.keep("w1");

        evolution.briefing(ALL, "2026-02-27");
        clock.pass(Duration.ofDays(1));
        evolution.briefing(ALL, "2026-03-01");

        assertThat(requests.get(0).evolution()).isNull();
        assertThat(requests.get(1).evolution()).isEqualTo(metrics.kept.get(0));
        assertThat(metrics.styles).hasSize(3);
    }

    @Test
    void briefsWithoutMetricsWhereNothingMeasures() {
        evolution.metrics = null;

        evolution.briefing(ANNA, null);

        assertThat(requests).extracting(BriefingRequest::evolution).containsOnlyNulls();
        assertThatIllegalStateException()
                .isThrownBy(() -> evolution.snapshot(ANNA))
                .withMessage("Role 'evolution-metrics' has no provider");
        assertThatIllegalStateException().isThrownBy(() -> evolution.history(ANNA, 3));
    }

    @Test
    void keepsEveryWorkspaceAndEveryUserWhoseStyleIsFollowed() throws InterruptedException {
        for (String workspace : List.of("broken", "w1")) {
            traces.append(
                    Scope.ofWorkspace(workspace),
                    List.of(TraceUpdate.of(Trace.builder("t1").build(), List.of())));
        }
        EvolutionLoop loop = loop(0);

        loop.look();
        loop.stop();
        loop.look();

        assertThat(metrics.styles).extracting(Map.Entry::getKey).containsExactly(ALL, ANNA, BEN);
    }

    @Test
    void keepsNothingWhileLearningIsOffAndStillMeasuresWhatIsAskedFor() {
        learning.to(LearningSwitches.OFF);

        evolution.keep("w1");
        assertThat(metrics.kept).isEmpty();

        assertThat(evolution.snapshot(ANNA).overallScore()).isEqualTo(50);
        learning.to(LearningSwitches.USUAL);
        evolution.keep("w1");
        assertThat(metrics.kept).hasSize(3);
    }

    @Test
    void keepsEveryUserHoweverManyThereAre() {
        for (int i = 0; i < 1_200; i++) {
            states.put(new Scope("w2", "user" + i), "style", "all", 0, "{}", List.of());
        }

        evolution.keep("w2");

        assertThat(metrics.styles).hasSize(1_201).extracting(Map.Entry::getKey).doesNotHaveDuplicates();
    }

    @Test
    void countsWhatWaitsForAReviewOrLeavesItOutWhereNobodyKnows() {
        evolution.proposals = only(SkillProposals.class, arguments -> {
            throw new IllegalStateException("Role 'skill-proposals' has no provider");
        });

        evolution.briefing(ANNA, null);

        assertThat(requests.get(0).waiting()).isEmpty();
    }

    @Test
    void saysThatNobodyWritesBriefings() {
        evolution.briefings = null;

        assertThatIllegalStateException()
                .isThrownBy(() -> evolution.briefing(ANNA, null))
                .withMessage("Role 'briefing' has no provider");
    }

    @Test
    void refusesADelayOutOfBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop(1_441))
                .withMessage("minutes must be in [0, 1440], got 1441");
    }

    private EvolutionLoop loop(int minutes) {
        return new EvolutionLoop(
                traces, evolution, Configurations.of(EvolutionLoop.Config.class, Map.of("minutes", minutes)));
    }

    private interface Answer {

        Object to(Object... arguments);
    }

    /** A role that answers every call in one way. */
    private static <T> T only(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.to(arguments)));
    }

    /** Keeps what it is told, and fails in one workspace. */
    private final class FakeMetrics implements EvolutionMetricsService {

        final List<Map.Entry<Scope, StyleHistory>> styles = new ArrayList<>();
        final List<EvolutionSnapshot> kept = new ArrayList<>();

        @Override
        public EvolutionSnapshot computeSnapshot(Scope scope, StyleHistory style) {
            if (scope.workspaceId().equals("broken")) {
                throw new IllegalStateException("This workspace fails");
            }
            styles.add(Map.entry(scope, style));
            return new EvolutionSnapshot(clock.instant(), 0, 0, List.of(), 50, List.of());
        }

        @Override
        public EvolutionSnapshot keepSnapshot(Scope scope, StyleHistory style) {
            kept.add(computeSnapshot(scope, style));
            return kept.get(kept.size() - 1);
        }

        @Override
        public List<EvolutionSnapshot> history(Scope scope, int most) {
            return kept;
        }
    }
}
