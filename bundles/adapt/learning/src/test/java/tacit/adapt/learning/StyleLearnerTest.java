package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.style.StoredPersonality;
import tacit.adapt.style.StoredStyle;
import tacit.api.access.AuditEntry;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleFeedback;
import tacit.api.memory.LearningSwitches;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.distill.TraceDistiller;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class StyleLearnerTest {

    private static final Scope ALL = Scope.ofDefaultWorkspace();
    private static final Scope NORA = new Scope("default", "nora");

    private final MovingClock clock = new MovingClock();
    private final ListAuditLog audit = new ListAuditLog();
    private SqlTraceStore traces;
    private SqlMemoryStore memories;
    private SqlStateStore states;
    private StoredPersonality personality;

    @BeforeEach
    void open(Database database) {
        PatternRedactor redactor = new PatternRedactor();
        traces = new SqlTraceStore(database);
        memories = new SqlMemoryStore(database, clock, redactor, traces, audit);
        states = new SqlStateStore(database, redactor, clock);
        personality = new StoredPersonality(states, clock);
    }

    private StoredStyle style(boolean enabled) {
        return new StoredStyle(states, clock, Configurations.of(StoredStyle.Config.class, Map.of("enabled", enabled)));
    }

    private void learn(boolean enabled, LearningSwitches switches, String... runs) {
        TraceDistiller distiller =
                new TraceDistiller(traces, memories, Configurations.of(TraceDistiller.Config.class, Map.of()));
        new StyleLearner(traces, new Switched(switches), distiller, style(enabled), personality, audit, clock)
                .learn(ALL, List.of(runs));
    }

    private void run(String id, UnaryOperator<TraceBuilder> more, String... words) {
        List<Span> spans = new ArrayList<>();
        for (String text : words) {
            clock.pass(Duration.ofMinutes(10));
            spans.add(Span.builder("c" + spans.size(), Operation.CHAT, "chat")
                    .startedAt(clock.instant())
                    .input("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}]")
                    .build());
        }
        TraceBuilder trace = Trace.builder(id)
                .userId("nora")
                .channel("slack")
                .status(TraceStatus.COMPLETED)
                .startedAt(clock.instant())
                .endedAt(clock.instant());
        traces.append(ALL, List.of(TraceUpdate.of(more.apply(trace).build(), spans)));
    }

    private static String[] shortOnes(int many) {
        String[] words = new String[many];
        for (int i = 0; i < many; i++) {
            words[i] = "do number " + i;
        }
        return words;
    }

    @Test
    void tellsTheStyleOfWhatEachUserWrote() {
        run("t1", trace -> trace, shortOnes(9));
        run("t2", trace -> trace, "another", "and another", "one more", "once more", "last one", "really last");
        run("t3", trace -> trace.userId("ben"), "hello");

        learn(true, LearningSwitches.USUAL, "t1", "t2", "t3");

        assertThat(style(true).style(NORA, "slack").level(StyleDimension.RESPONSE_LENGTH))
                .isEqualTo("terse");
        assertThat(style(true).style(NORA, null).level(StyleDimension.RESPONSE_LENGTH))
                .isEqualTo("balanced");
        assertThat(style(true).getObservationStats(NORA, null).totalMessages()).isEqualTo(15);
        assertThat(style(true)
                        .getObservationStats(new Scope("default", "ben"), null)
                        .totalMessages())
                .isEqualTo(1);
    }

    @Test
    void writesWhatIsShiftedIntoTheAuditLogBefore() {
        run("t1", trace -> trace, shortOnes(15));
        audit.broken = true;

        assertThatThrownBy(() -> learn(true, LearningSwitches.USUAL, "t1")).isInstanceOf(IllegalStateException.class);
        assertThat(style(true).getObservationStats(NORA, null).totalMessages()).isZero();

        audit.broken = false;
        learn(true, LearningSwitches.USUAL, "t1");
        assertThat(audit.entries)
                .filteredOn(entry -> entry.action().equals("style.adapt"))
                .singleElement()
                .extracting(AuditEntry::subject, entry -> entry.details().get("change"))
                .containsExactly("nora", "responseLength balanced -> terse");
    }

    @Test
    void countsTheWordsOfAConversationOnce() {
        run("t1", trace -> trace.sessionId("s"), "count the orders", "and those of today");
        run("t2", trace -> trace.sessionId("s"), "count the orders", "and those of today", "thanks a lot");

        learn(true, LearningSwitches.USUAL, "t1");
        learn(true, LearningSwitches.USUAL, "t2", "t1");

        assertThat(style(true).getObservationStats(NORA, null).totalMessages()).isEqualTo(3);
    }

    @Test
    void tellsNothingWhileStylesOrLearningAreOff() {
        run("t1", trace -> trace, shortOnes(15));

        learn(false, LearningSwitches.USUAL, "t1");
        learn(true, LearningSwitches.OFF, "t1");
        learn(true, new LearningSwitches(true, true, false, false), "t1");

        assertThat(states.find(NORA, "style", "all")).isEmpty();
    }

    @Test
    void leavesOutWhatOthersReadAlongAndRunsOfNobodyOrOfItsOwn() {
        run("t1", trace -> trace.attribute(Attribute.AUDIENCE, "group"), "count the orders");
        run("t2", trace -> trace.userId(null), "count the orders");
        run("t3", trace -> trace.attribute(Attribute.OWN_RUN, true), "count the orders");

        learn(true, LearningSwitches.USUAL, "t1", "t2", "t3");

        assertThat(states.find(NORA, "style", "all")).isEmpty();
        assertThat(personality.relationship(NORA).tasksCompleted()).isZero();
    }

    @Test
    void countsCompletedTasksAlsoWhileStylesAreOff() {
        run("t1", trace -> trace.attribute(Attribute.TARGET, "shop"));
        run("t2", trace -> trace.status(TraceStatus.FAILED));
        run("t3", trace -> trace.outcome(Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.USER)));

        learn(false, LearningSwitches.USUAL, "t1", "t2", "t3");
        learn(false, LearningSwitches.USUAL, "t1");
        learn(false, LearningSwitches.OFF, "t1");

        assertThat(personality.relationship(NORA)).satisfies(stats -> {
            assertThat(stats.tasksCompleted()).isEqualTo(1);
            assertThat(stats.projects()).containsExactly("shop");
            assertThat(stats.milestones()).hasSize(1);
        });
    }

    @Test
    void carriesOnWhatFeedbackBegan() {
        style(true)
                .observeFeedback(
                        NORA,
                        "slack",
                        new StyleFeedback("f1", clock.instant(), "rejected", "too_verbose", null, List.of("f1")));
        run("t1", trace -> trace, shortOnes(15));

        learn(true, LearningSwitches.USUAL, "t1");

        assertThat(style(true).getAdaptationHistory(NORA, "slack", 9)).hasSize(1);
    }
}
