package tacit.surface.agents.hooks;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.guard.CallStep;
import tacit.api.guard.CallStep.Speaker;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;

/** Hears the hooks of Claude Code: answers in their own words, or with nothing, and keeps what they tell. */
@Component(service = HttpResource.class)
public final class ClaudeCodeHooks implements HttpResource {

    private static final long LONGEST = 4L << 20;
    private static final int MOST_SESSIONS = 200;
    private static final int LONGEST_STEP = 4_000;

    private final OpenSessions sessions = new OpenSessions(MOST_SESSIONS);
    private final Answering answering;
    private final HookEvidence evidence;
    private final Transcripts transcripts;
    private final ToolDecisions decisions;
    private final Clock clock;

    @Activate
    public ClaudeCodeHooks(
            @Reference PromptContexts contexts,
            @Reference ToolDecisions decisions,
            @Reference HookEvidence evidence,
            @Reference Transcripts transcripts,
            @Reference Clock clock) {
        this.answering = new Answering(contexts, decisions, true);
        this.decisions = decisions;
        this.evidence = evidence;
        this.transcripts = transcripts;
        this.clock = clock;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/agents/claude-code/hooks";
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
        OpenSession session = sessions.of(scope, SessionTraces.CLAUDE_CODE, event.sessionId());
        Instant now = clock.instant();
        return switch (event.name()) {
            case "SessionStart", "UserPromptSubmit" -> prompt(scope, event, session, now);
            case "PreToolUse" -> {
                String id = event.text("tool_use_id");
                if (id != null) {
                    session.begin(id, now);
                }
                yield answering.decision(scope, event, session);
            }
            case "PostToolUse", "PostToolUseFailure" -> tool(scope, event, session, now);
            case "PreCompact" -> {
                session.forgetShown();
                yield HookAnswers.nothing();
            }
            case "Stop", "SubagentStop", "SessionEnd" -> pause(scope, event, now);
            default -> HookAnswers.nothing();
        };
    }

    private Reply prompt(Scope scope, HookEvent event, OpenSession session, Instant now) {
        boolean begins = event.name().equals("SessionStart");
        String prompt = event.text("prompt");
        if (prompt != null) {
            session.add(CallStep.user(cut(prompt)));
        }
        // Kept while the context is assembled
        Answering.Context context = answering.context(scope, event, session);
        evidence.store(scope, begins ? SessionTraces.session(event, now, false) : SessionTraces.prompt(event, now));
        return context.reply(shown(scope, event, now));
    }

    /** Keeps what the agent was told. */
    private BiConsumer<String, String> shown(Scope scope, HookEvent event, Instant now) {
        return (id, text) -> evidence.later(() -> evidence.store(scope, SessionTraces.context(event, id, text, now)));
    }

    private Reply tool(Scope scope, HookEvent event, OpenSession session, Instant now) {
        String id = event.text("tool_use_id");
        Instant begun = id == null ? null : session.end(id);
        boolean failed = SessionTraces.failed(event);
        String said = event.content(failed ? "error" : "tool_response");
        session.add(new CallStep(Speaker.TOOL, said == null ? "" : cut(said), decisions.call(event), failed));
        evidence.store(scope, SessionTraces.tool(event, begun, now));
        Answering.Context late = failed ? null : Answering.late(event, session);
        return late == null ? HookAnswers.nothing() : late.reply(shown(scope, event, now));
    }

    private Reply pause(Scope scope, HookEvent event, Instant now) {
        boolean ended = event.name().equals("SessionEnd");
        if (ended) {
            sessions.end(scope, SessionTraces.CLAUDE_CODE, event.sessionId());
        }
        evidence.store(scope, SessionTraces.session(event, now, !event.name().equals("SubagentStop")));
        transcripts.read(scope, event);
        return HookAnswers.nothing();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_STEP ? text : text.substring(0, LONGEST_STEP);
    }
}
