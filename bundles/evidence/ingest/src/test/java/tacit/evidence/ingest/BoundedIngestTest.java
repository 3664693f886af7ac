package tacit.evidence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.ingest.IngestReceipt;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;

class BoundedIngestTest {

    private static final Scope SCOPE = Scope.ofWorkspace("acme");
    private static final IngestBounds BOUNDS = new IngestBounds(200, 32, 16, 3, 4, 2, 2, 3);
    private static final String SECRET = "ghp_" + "a1B2c3D4e5F6";

    private final ListTraceStore store = new ListTraceStore();
    private final BoundedIngest ingest = new BoundedIngest(store, new PatternRedactor(), BOUNDS);

    @Test
    void setsTheWorkspaceOfTheScopeWhateverTheSourceSays() {
        ingest(TraceUpdate.of(Trace.builder("t").workspaceId("other").build(), List.of()));

        assertThat(store.appended.get(0).trace().workspaceId()).isEqualTo("acme");
    }

    @Test
    void marksRunsThatAnExperimentHadMadeAsTacitsOwn() {
        Trace arm = Trace.builder("t1")
                .attribute(Attribute.BATCH, "experiment/e1/7/candidate")
                .build();
        Trace other =
                Trace.builder("t2").attribute(Attribute.BATCH, "experiments").build();

        ingest.ingest(
                new Scope("acme", null), List.of(TraceUpdate.of(arm, List.of()), TraceUpdate.of(other, List.of())));

        assertThat(store.appended.get(0).trace().attributes()).containsEntry(Attribute.OWN_RUN, true);
        assertThat(store.appended.get(1).trace().attributes()).doesNotContainKey(Attribute.OWN_RUN);
    }

    @Test
    void setsTheUserOfTheScopeAndRejectsAnother() {
        Scope scope = new Scope("acme", "ann");
        TraceUpdate own = TraceUpdate.of(Trace.builder("t1").build(), List.of());
        TraceUpdate foreign = TraceUpdate.of(Trace.builder("t2").userId("bob").build(), List.of());

        IngestReceipt receipt = ingest.ingest(scope, List.of(own, foreign));

        assertThat(store.appended).hasSize(1);
        assertThat(store.appended.get(0).trace().userId()).isEqualTo("ann");
        assertThat(receipt.rejected()).singleElement().satisfies(rejected -> assertThat(rejected.index())
                .isEqualTo(1));
    }

    @Test
    void takesSecretsOutOfEveryTextOfASpan() {
        Span span = span("s")
                .name(SECRET)
                .input("in " + SECRET)
                .output("out " + SECRET)
                .statusMessage("status " + SECRET)
                .errorType(SECRET)
                .attribute("plain", "a " + SECRET)
                .attribute("nested", Map.of("list", List.of("b", SECRET)))
                .event(new SpanEvent(SECRET, null, Map.of("text", SECRET)))
                .build();

        IngestReceipt receipt = ingest(update(span));

        assertThat(store.appended.toString()).doesNotContain(SECRET).contains("[REDACTED:github_token]");
        assertThat(receipt.redactions()).isEqualTo(9);
    }

    @Test
    void takesSecretsOutOfTheTraceAndItsOutcomes() {
        Outcome outcome =
                new Outcome(OutcomeLabel.FAILURE, null, OutcomeSource.USER, SECRET, "why " + SECRET, null, null);
        Trace trace = Trace.builder("t")
                .agent(SECRET)
                .channel(SECRET)
                .attribute("a", SECRET)
                .outcome(outcome)
                .build();

        ingest(new TraceUpdate(trace, List.of(), List.of(outcome)));

        assertThat(store.appended.toString()).doesNotContain(SECRET);
    }

    @Test
    void replacesTheValuesOfAttributesWithSecretNames() {
        Span span = span("s")
                .attribute("db.password", "hunter2")
                .attribute("pin", Map.of("apiKey", List.of("x"), "used", true))
                .attribute("gen_ai.usage.input_tokens", 12)
                .build();

        ingest(update(span));

        assertThat(store.appended.get(0).spans().get(0).attributes())
                .containsEntry("db.password", "[REDACTED:field]")
                .containsEntry("pin", Map.of("apiKey", "[REDACTED:field]", "used", true))
                .containsEntry("gen_ai.usage.input_tokens", 12L);
    }

    @Test
    void keepsHeadAndTailOfALongText() {
        String text = "H".repeat(300) + "M".repeat(300) + "T".repeat(300);

        IngestReceipt receipt = ingest(update(span("s").input(text).build()));

        String kept = store.appended.get(0).spans().get(0).input();
        assertThat(kept)
                .hasSize(200)
                .startsWith("HHH")
                .endsWith("TTT")
                .contains("[... 900 characters, cut to 200 ...]");
        assertThat(kept.indexOf('[')).isBetween(100, 130);
        assertThat(receipt.truncations()).isEqualTo(1);
    }

    @Test
    void leavesATextAtItsBoundAlone() {
        String text = "x".repeat(200);

        IngestReceipt receipt = ingest(update(span("s").output(text).build()));

        assertThat(store.appended.get(0).spans().get(0).output()).isEqualTo(text);
        assertThat(receipt.truncations()).isZero();
    }

    @Test
    void neverCutsThroughASecretOrACharacter() {
        for (int shift = 0; shift < 60; shift++) {
            String text = "x".repeat(80 + shift) + " " + SECRET + " " + "\ud83d\ude00".repeat(200);

            ingest(update(span("s").input(text).build()));

            String kept =
                    store.appended.get(store.appended.size() - 1).spans().get(0).input();
            assertThat(kept).doesNotContain("ghp_", "a1B2c3").hasSizeLessThanOrEqualTo(200);
            assertThat(TextCleaner.cleaned(kept)).isEqualTo(kept);
        }
    }

    @Test
    void replacesWhatADatabaseRefuses() {
        ingest(update(span("s")
                .input("a\0b\u001bc\ud800d\ne\tf\ud83d\ude00")
                .name("n\0")
                .build()));

        Span kept = store.appended.get(0).spans().get(0);
        assertThat(kept.input()).isEqualTo("a\ufffdb\ufffdc\ufffdd\ne\tf\ud83d\ude00");
        assertThat(kept.name()).isEqualTo("n\ufffd");
    }

    @Test
    void boundsAttributesEventsAndNesting() {
        Span span = span("s")
                .attribute("a", List.of(1, 2, 3, 4, 5, 6))
                .attribute("b", Map.of("1", Map.of("2", Map.of("3", "x"))))
                .attribute("c", Double.NaN)
                .attribute("d", "left out")
                .event(new SpanEvent("1", null, Map.of()))
                .event(new SpanEvent("2", null, Map.of()))
                .event(new SpanEvent("3", null, Map.of()))
                .build();

        IngestReceipt receipt = ingest(update(span));

        Span kept = store.appended.get(0).spans().get(0);
        assertThat(kept.attributes())
                .containsExactly(
                        entry("a", List.of(1L, 2L, 3L, 4L)),
                        entry("b", Map.of("1", Map.of("2", "[... nested too deeply ...]"))),
                        entry("c", "NaN"),
                        entry(AttributeCleaner.LEFT_OUT, 1L),
                        entry(UpdateCleaner.EVENTS_LEFT_OUT, 1L));
        assertThat(kept.events()).hasSize(2);
        assertThat(receipt.truncations()).isEqualTo(4);
    }

    @Test
    void keepsTheFirstOfTwoSpansWithOneId() {
        ingest(TraceUpdate.of(
                Trace.builder("t").build(),
                List.of(span("s").name("one").build(), span("s").name("two").build())));

        assertThat(store.appended.get(0).spans()).singleElement().satisfies(span -> assertThat(span.name())
                .isEqualTo("one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567", "a\0b", "a\nb", "a\ud800"})
    void rejectsIdsThatCannotBeStoredAsTheyAre(String id) {
        IngestReceipt receipt = ingest(
                update(span("good").build()),
                TraceUpdate.of(Trace.builder(id).build(), List.of()),
                update(span(id).build()),
                update(span("s").parentId(id).build()),
                TraceUpdate.of(Trace.builder("t").taskKey(id).build(), List.of()));

        assertThat(receipt.accepted()).hasSize(1);
        assertThat(receipt.rejected())
                .extracting(IngestReceipt.RejectedUpdate::index)
                .containsExactly(1, 2, 3, 4);
        assertThat(receipt.rejected())
                .allSatisfy(rejected -> assertThat(rejected.reason()).contains("must"));
    }

    @Test
    void rejectsTooManySpansAndImpossibleTimes() {
        List<Span> four = List.of(
                span("1").build(),
                span("2").build(),
                span("3").build(),
                span("4").build());

        IngestReceipt receipt = ingest(
                TraceUpdate.of(Trace.builder("t").build(), four),
                TraceUpdate.of(Trace.builder("t").startedAt(Instant.MAX).build(), List.of()),
                update(span("s")
                        .event(new SpanEvent("e", Instant.MIN, Map.of()))
                        .build()));

        assertThat(receipt.rejected())
                .extracting(IngestReceipt.RejectedUpdate::reason)
                .containsExactly(
                        "spans must be at most 3, got 4",
                        "startedAt must lie in the years 1 to 9999",
                        "event time must lie in the years 1 to 9999");
        assertThat(receipt.rejected().get(0).spans()).isEqualTo(4);
        assertThat(store.appended).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append((char) random.nextInt(0x300));
            }
            ingest(update(span("s").input(text.toString()).build()));
            TraceUpdate once = store.appended.get(store.appended.size() - 1);
            ingest(once);

            assertThat(store.appended.get(store.appended.size() - 1)).isEqualTo(once);
        }
    }

    @Test
    void refusesBoundsThatLeaveNothing() {
        assertThatThrownBy(() -> new IngestBounds(10, 1, 1, 1, 1, 1, 1, 1))
                .hasMessage("text.limit must be at least 128, got 10");
        assertThatThrownBy(() -> new IngestBounds(128, 1, 1, 1, 1, 0, 1, 1))
                .hasMessage("depth.limit must be at least 1, got 0");
    }

    private IngestReceipt ingest(TraceUpdate... updates) {
        return ingest.ingest(SCOPE, List.of(updates));
    }

    private static tacit.api.trace.SpanBuilder span(String id) {
        return Span.builder(id, "execute_tool", "tool");
    }

    private static TraceUpdate update(Span span) {
        return TraceUpdate.of(Trace.builder("t").build(), List.of(span));
    }
}
