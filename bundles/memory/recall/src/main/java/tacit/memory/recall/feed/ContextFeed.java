package tacit.memory.recall.feed;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.Evidence;
import tacit.api.memory.Visibility;
import tacit.api.recall.ContextRecording;
import tacit.api.recall.DurableContext;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;

/** Hands what was said in runs to the durable context, where that is there and switched on, and takes it back. Thread-safe. */
@Component(service = {ContextFeed.class, EvidenceTexts.class})
public final class ContextFeed implements EvidenceTexts {

    private static final Logger log = LoggerFactory.getLogger(ContextFeed.class);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable DurableContext context;

    /** Keeps what is new in a run; what goes wrong costs nobody else anything, and is tried again when the run changes. */
    void feed(Scope scope, RecordedTrace recorded) {
        DurableContext asked = context;
        if (asked == null || TraceDocuments.isOwn(recorded.trace())) {
            return;
        }
        Trace trace = recorded.trace();
        try {
            if (asked.enabled()) {
                asked.record(new ContextRecording(
                        new Scope(scope.workspaceId(), trace.userId()),
                        visibility(trace),
                        trace.id(),
                        Conversation.of(recorded).stream()
                                .map(ContextFeed::message)
                                .toList(),
                        false,
                        List.of(Evidence.of(Evidence.Kind.TRACE, trace.id()))));
            }
        } catch (RuntimeException e) {
            log.warn("Cannot keep the conversation of trace '{}'; it is tried again when it changes", trace.id(), e);
        }
    }

    // Who heard it may hear it again
    private static Visibility visibility(Trace trace) {
        return switch (trace.text(Attribute.AUDIENCE).orElse("private").toLowerCase(Locale.ROOT)) {
            case "group" -> Visibility.SHARED;
            case "public" -> Visibility.PUBLIC;
            default -> Visibility.PRIVATE;
        };
    }

    private static SessionMessage message(Said said) {
        Block block = said.role().equals(Said.TOOL)
                ? new Block(BlockKind.TOOL_RESULT, "", said.speaker(), said.text())
                : new Block(BlockKind.TEXT, "", "", said.text());
        return new SessionMessage(said.role(), List.of(block), said.at());
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        DurableContext asked = context;
        return asked == null ? 0 : asked.forget(scope, List.copyOf(texts));
    }

    /** The memories of a user are removed as such. */
    @Override
    public int forgetUser(Scope scope) {
        return 0;
    }
}
