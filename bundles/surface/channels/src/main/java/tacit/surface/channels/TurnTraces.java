package tacit.surface.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.TraceIngest;
import tacit.api.memory.Audience;
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

/** Writes a message and what became of it as a trace; the same twice changes nothing. Thread-safe. */
@Component(service = TurnTraces.class)
public final class TurnTraces {

    private static final String MESSAGE = "message";
    private static final String ANSWER = "answer";

    private final ObjectMapper json = new ObjectMapper();
    private final TraceIngest ingest;
    private final @Nullable Generations generations;

    @Activate
    public TurnTraces(
            @Reference TraceIngest ingest,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Generations generations) {
        this.ingest = ingest;
        this.generations = generations;
    }

    /** A person wrote; nobody has answered yet. */
    void began(String workspaceId, Ticket ticket) {
        Span message = Span.builder(MESSAGE, Operation.INVOKE_AGENT, "message on " + ticket.channel())
                .startedAt(ticket.receivedAt())
                .input(said("user", ticket.message().text()))
                .build();
        write(workspaceId, trace(ticket, TraceStatus.RUNNING).build(), List.of(message), List.of());
    }

    /** Nobody is there who answers. */
    void kept(String workspaceId, Ticket ticket) {
        write(workspaceId, trace(ticket, TraceStatus.SKIPPED).build(), List.of(), List.of());
    }

    /** The answer is out. */
    void answered(String workspaceId, Ticket ticket, Ticket.Answer answer) {
        OutcomeLabel label = answer.outcome();
        List<Outcome> outcomes = label == OutcomeLabel.UNKNOWN
                ? List.of()
                : List.of(new Outcome(label, null, OutcomeSource.AGENT, "channel.answered", null, null, answer.at()));
        write(workspaceId, ended(ticket, answer.at()), List.of(span(answer)), outcomes);
    }

    /** It was given up, for a reason that holds no content. */
    void failed(String workspaceId, Ticket ticket) {
        String reason = ticket.error();
        Instant at = Objects.requireNonNullElse(ticket.nextAt(), ticket.receivedAt());
        Ticket.Answer answer = ticket.answer();
        String name = answer == null ? "channel.unanswered" : "channel.unsent";
        Outcome outcome = new Outcome(OutcomeLabel.FAILURE, null, OutcomeSource.RULE, name, reason, null, at);
        write(workspaceId, ended(ticket, at), answer == null ? List.of() : List.of(span(answer)), List.of(outcome));
    }

    private Span span(Ticket.Answer answer) {
        return Span.builder(ANSWER, Operation.CHAT, "chat " + answer.agent())
                .parentId(MESSAGE)
                .position(1)
                .startedAt(answer.at())
                .endedAt(answer.at())
                .output(said("assistant", answer.text()))
                .attribute(Attribute.AGENT_NAME, answer.agent())
                .build();
    }

    private Trace ended(Ticket ticket, Instant at) {
        TraceBuilder trace = trace(ticket, TraceStatus.COMPLETED).endedAt(at);
        Ticket.Answer answer = ticket.answer();
        return trace.agent(answer == null ? null : answer.agent())
                .harnessGeneration(generation())
                .build();
    }

    private @Nullable String generation() {
        return generations == null
                ? null
                : generations
                        .active()
                        .map(Generation::number)
                        .map(String::valueOf)
                        .orElse(null);
    }

    private static TraceBuilder trace(Ticket ticket, TraceStatus status) {
        Audience.Kind audience = ticket.message().audience();
        return Trace.builder(ticket.traceId())
                .sessionId(ticket.message().sessionId())
                .userId(ticket.message().userId())
                .channel(ticket.channel())
                .startedAt(ticket.receivedAt())
                .status(status)
                .attribute(
                        Attribute.AUDIENCE,
                        audience == Audience.Kind.PRIVATE
                                ? null
                                : audience.name().toLowerCase(Locale.ROOT));
    }

    private void write(String workspaceId, Trace trace, List<Span> spans, List<Outcome> outcomes) {
        IngestReceipt receipt =
                ingest.ingest(Scope.ofWorkspace(workspaceId), List.of(new TraceUpdate(trace, spans, outcomes)));
        if (!receipt.rejected().isEmpty()) {
            throw new IllegalStateException("Cannot write the trace of a message: "
                    + receipt.rejected().get(0).reason());
        }
    }

    private String said(String role, String text) {
        try {
            return json.writeValueAsString(
                    List.of(Map.of("role", role, "parts", List.of(Map.of("type", "text", "content", text)))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every text can be written as JSON", e);
        }
    }
}
