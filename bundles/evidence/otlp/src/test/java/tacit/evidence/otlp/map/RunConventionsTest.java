package tacit.evidence.otlp.map;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.evidence.otlp.map.Wires.assembled;
import static tacit.evidence.otlp.map.Wires.read;
import static tacit.evidence.otlp.map.Wires.update;
import static tacit.evidence.otlp.map.Wires.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.wire.Emitter;
import tacit.evidence.otlp.wire.WireSpan;

/** What spans, resources and events say of the whole run. */
class RunConventionsTest {

    @Test
    void readsWhatTacitDefinesFromSpanAndResource() {
        WireSpan wire = wire(
                new Emitter(Map.of("tacit.harness_generation", "41", "service.name", "svc"), ""),
                Map.of(
                        "tacit.task_key", "t1",
                        "tacit.channel", "email",
                        "tacit.outcome", "failure",
                        "tacit.outcome.reason", "gave up",
                        "tacit.trial", "2",
                        "tacit.injected", "true"),
                List.of(),
                SpanStatus.UNSET);

        TraceUpdate update = assembled(wire);

        assertThat(update.trace().taskKey()).isEqualTo("t1");
        assertThat(update.trace().channel()).isEqualTo("email");
        assertThat(update.trace().harnessGeneration()).isEqualTo("41");
        assertThat(update.trace().agent()).isEqualTo("svc");
        assertThat(update.trace().attributes()).containsEntry(Attribute.TRIAL, 2L);
        assertThat(update.spans().get(0).attributes()).containsEntry(Attribute.INJECTED, true);
        assertThat(update.outcomes().get(0).label()).isEqualTo(OutcomeLabel.FAILURE);
        assertThat(update.outcomes().get(0).explanation()).isEqualTo("gave up");
    }

    @ParameterizedTest
    @ValueSource(strings = {Attribute.AUDIENCE, Attribute.ORG, Attribute.TARGET, Attribute.TIME_ZONE, Attribute.BATCH})
    void readsWhatIsSaidOfTheRunFromASpanBeforeTheResource(String key) {
        Emitter sender = new Emitter(Map.of(key, "of the sender"), "");

        TraceUpdate ofRun = assembled(wire(sender, Map.of(key, "of the run"), List.of(), SpanStatus.UNSET));
        TraceUpdate ofSender = assembled(wire(sender, Map.of(), List.of(), SpanStatus.UNSET));

        assertThat(ofRun.trace().attributes()).containsEntry(key, "of the run");
        assertThat(ofRun.spans().get(0).attributes()).doesNotContainKey(key);
        assertThat(ofSender.trace().attributes()).containsEntry(key, "of the sender");
    }

    @Test
    void readsTheUsedEntriesOfThePlaybookAsTheyWereSent() {
        Emitter sender = new Emitter(Map.of(), "");

        TraceUpdate list = assembled(
                wire(sender, Map.of(Attribute.PLAYBOOK_USED, List.of("p1", "p2")), List.of(), SpanStatus.UNSET));
        TraceUpdate text =
                assembled(wire(sender, Map.of(Attribute.PLAYBOOK_USED, "p1,p2"), List.of(), SpanStatus.UNSET));

        assertThat(list.trace().attributes()).containsEntry(Attribute.PLAYBOOK_USED, List.of("p1", "p2"));
        assertThat(text.trace().attributes()).containsEntry(Attribute.PLAYBOOK_USED, "p1,p2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tacit.harness.generation", "tacit.harness_generation"})
    void readsTheGenerationInEitherSpelling(String key) {
        TraceUpdate update = assembled(wire(new Emitter(Map.of(), ""), Map.of(key, "7"), List.of(), SpanStatus.UNSET));

        assertThat(update.trace().harnessGeneration()).isEqualTo("7");
    }

    @Test
    void takesAnEvaluationOfTheRootForOneOfTheTrace() {
        SpanEvent event = new SpanEvent(
                Evaluations.EVENT,
                Instant.EPOCH,
                Map.of("gen_ai.evaluation.name", "answer", "gen_ai.evaluation.score.label", "pass"));

        TraceUpdate update = assembled(wire(Map.of(), List.of(event), SpanStatus.UNSET));

        assertThat(update.outcomes()).hasSize(1);
        assertThat(update.outcomes().get(0).label()).isEqualTo(OutcomeLabel.SUCCESS);
        assertThat(update.outcomes().get(0).spanId()).isNull();
    }

    @Test
    void takesAnExceptionForTheErrorOfAFailedSpanOnly() {
        List<SpanEvent> events = List.of(new SpanEvent(
                "exception", null, Map.of("exception.type", "SqlError", "exception.message", "no column")));

        Span failed = read(wire(Map.of(), events, SpanStatus.ERROR));
        Span handled = read(wire(Map.of(), events, SpanStatus.OK));

        assertThat(failed.errorType()).isEqualTo("SqlError");
        assertThat(failed.statusMessage()).isEqualTo("no column");
        assertThat(handled.errorType()).isNull();
    }
}
