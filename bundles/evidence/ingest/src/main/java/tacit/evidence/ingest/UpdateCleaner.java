package tacit.evidence.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceUpdate;

/** Makes an update that passed the checks fit to be stored for a scope. Confined to one call of ingest. */
final class UpdateCleaner {

    /** Says on a span how many events were left out. */
    static final String EVENTS_LEFT_OUT = "tacit.events_left_out";

    private final Scope scope;
    private final TextCleaner texts;
    private final AttributeCleaner attributes;
    private final IngestBounds bounds;

    UpdateCleaner(Scope scope, TextCleaner texts, AttributeCleaner attributes, IngestBounds bounds) {
        this.scope = scope;
        this.texts = texts;
        this.attributes = attributes;
        this.bounds = bounds;
    }

    TraceUpdate clean(TraceUpdate update) {
        List<Span> spans = new ArrayList<>(update.spans().size());
        Set<String> ids = new HashSet<>();
        for (Span span : update.spans()) {
            if (ids.add(span.id())) {
                spans.add(clean(span));
            }
        }
        List<Outcome> outcomes = update.outcomes().stream().map(this::clean).toList();
        return new TraceUpdate(clean(update.trace()), spans, outcomes);
    }

    private Trace clean(Trace trace) {
        TraceBuilder cleaned = trace.toBuilder()
                .workspaceId(scope.workspaceId())
                .userId(scope.userId() == null ? trace.userId() : scope.userId())
                .agent(texts.optionalName(trace.agent()))
                .channel(texts.optionalName(trace.channel()))
                .outcome(clean(trace.outcome()))
                .attributes(attributes.clean(trace.attributes()));
        boolean ofAnExperiment = trace.text(Attribute.BATCH)
                .filter(batch -> batch.startsWith(Attribute.BATCH_OF_EXPERIMENT))
                .isPresent();
        return (ofAnExperiment ? cleaned.attribute(Attribute.OWN_RUN, true) : cleaned).build();
    }

    private Span clean(Span span) {
        return span.toBuilder()
                .name(texts.name(span.name()))
                .statusMessage(texts.text(span.statusMessage()))
                .errorType(texts.optionalName(span.errorType()))
                .input(texts.text(span.input()))
                .output(texts.text(span.output()))
                .attributes(attributes.clean(span.attributes()))
                .attribute(EVENTS_LEFT_OUT, eventsLeftOut(span))
                .events(events(span))
                .build();
    }

    private @Nullable Object eventsLeftOut(Span span) {
        int more = span.events().size() - bounds.events();
        if (more <= 0) {
            return span.attributes().get(EVENTS_LEFT_OUT);
        }
        texts.countTruncation();
        return (long) more;
    }

    private List<SpanEvent> events(Span span) {
        return span.events().stream()
                .limit(bounds.events())
                .map(event -> new SpanEvent(texts.name(event.name()), event.at(), attributes.clean(event.attributes())))
                .toList();
    }

    private Outcome clean(Outcome outcome) {
        return new Outcome(
                outcome.label(),
                outcome.score(),
                outcome.source(),
                texts.optionalName(outcome.name()),
                texts.text(outcome.explanation()),
                outcome.spanId(),
                outcome.at());
    }
}
