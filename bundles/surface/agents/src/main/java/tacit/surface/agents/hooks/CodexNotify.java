package tacit.surface.agents.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/** Hears what Codex answered at the end of a turn, which its telemetry leaves out, and adds it to that conversation's trace. */
@Component(service = HttpResource.class)
public final class CodexNotify implements HttpResource {

    private static final String CODEX = "codex";

    private final HookEvidence evidence;
    private final Clock clock;

    @Activate
    public CodexNotify(@Reference HookEvidence evidence, @Reference Clock clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/agents/codex/notify";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        JsonNode turn = HookEvent.object(call.body());
        String said = turn.path("last-assistant-message").asText("");
        if (turn.path("type").asText("").equals("agent-turn-complete") && !said.isBlank()) {
            evidence.store(call.principal().scope(), update(turn, said));
        }
        return HookAnswers.nothing();
    }

    private TraceUpdate update(JsonNode turn, String said) {
        String conversation = HookEvent.id(turn, "thread-id");
        String turnId = HookEvent.id(turn, "turn-id");
        Instant now = clock.instant();
        // The ids that its telemetry has as well
        String traceId = SessionTraces.hash(CODEX, conversation);
        String root = SessionTraces.hash(traceId, "conversation").substring(0, 16);
        Span answer = Span.builder("answer-" + turnId, Operation.CHAT, "agent-turn-complete")
                .parentId(root)
                .startedAt(now)
                .endedAt(now)
                .output(SessionTraces.message("assistant", said))
                .build();
        Trace trace = Trace.builder(traceId)
                .sessionId(conversation)
                .agent(CODEX)
                .status(TraceStatus.RUNNING)
                .endedAt(now)
                .attribute("process.working_directory", turn.path("cwd").asText(null))
                .build();
        return TraceUpdate.of(trace, List.of(answer));
    }
}
