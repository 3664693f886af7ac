package tacit.surface.agents.hooks;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.guard.CallStep;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;

/** Answers the hooks of Codex. What it does is told by its telemetry, so nothing is kept here. */
@Component(service = HttpResource.class)
public final class CodexHooks implements HttpResource {

    private static final String CODEX = "codex";
    private static final long LONGEST = 4L << 20;
    private static final int MOST_SESSIONS = 200;

    private final OpenSessions sessions = new OpenSessions(MOST_SESSIONS);
    private final Answering answering;

    @Activate
    public CodexHooks(@Reference PromptContexts contexts, @Reference ToolDecisions decisions) {
        // Codex takes no "ask" from a hook
        this.answering = new Answering(contexts, decisions, false);
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/agents/codex/hooks";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public long maxBodyBytes() {
        return LONGEST;
    }

    @Override
    public Reply handle(Call call) {
        HookEvent event = HookEvent.of(call.body());
        Scope scope = call.principal().scope();
        OpenSession session = sessions.of(scope, CODEX, event.sessionId());
        return switch (event.name()) {
            case "SessionStart", "UserPromptSubmit" -> {
                String prompt = event.text("prompt");
                if (prompt != null) {
                    session.add(CallStep.user(prompt));
                }
                yield answering.context(scope, event, session).reply((id, text) -> {});
            }
            case "PreToolUse" -> answering.decision(scope, event, session);
            default -> HookAnswers.nothing();
        };
    }
}
