package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.GivenFeedback.Reason;
import tacit.api.adapt.KeptFeedback;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.tool.ToolCard.Effect;

/** Takes what the user thought of an answer or a task. */
@Component
public final class FeedbackSubmit implements McpTool {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_NOTE = 10_000;

    private static final ToolCard CARD = new ToolCard(
            "feedback_submit",
            "Give feedback",
            "Hands in what the user thought of an answer or of a whole task, so that the host learns from it.",
            input(),
            Schema.open()
                    .text("id", "of the feedback")
                    .object("routed", "what came of it, by part")
                    .requires("id", "routed"),
            Effect.ADDS);

    private final FeedbackDesk desk;
    private final TraceStore traces;
    private final Clock clock;

    @Activate
    public FeedbackSubmit(@Reference FeedbackDesk desk, @Reference TraceStore traces, @Reference Clock clock) {
        this.desk = desk;
        this.traces = traces;
        this.clock = clock;
    }

    private static ObjectNode input() {
        return Schema.closed()
                .text("taskId", "the id of the recorded run")
                .choice("decision", Arguments.words(Decision.class), "what the user did with it")
                .choice("kind", Arguments.words(Kind.class), "an answer, or the whole task; message unless told")
                .text("messageId", "the answer within the run")
                .text("reason", "one of " + Arguments.words(Reason.class) + ", or words of the user")
                .text("note", "further words of the user")
                .text("id", "the same id twice is kept once")
                .requires("taskId", "decision");
    }

    @Override
    public ToolCard card() {
        return CARD;
    }

    @Override
    public ToolReply call(Caller caller, Arguments arguments) {
        try {
            return reply(desk.give(caller.scope(), caller.principal().name(), given(caller, arguments)));
        } catch (FeedbackRefused refused) {
            return ToolReply.failed(String.valueOf(refused.getMessage()));
        }
    }

    private GivenFeedback given(Caller caller, Arguments arguments) {
        Instant now = clock.instant();
        @Nullable Kind kind = arguments.optionalChoice("kind", Kind.class);
        @Nullable Decision decision = arguments.optionalChoice("decision", Decision.class);
        if (decision == null) {
            throw new IllegalArgumentException("decision must be given");
        }
        @Nullable String named = arguments.optionalText("id", 200);
        String said = String.valueOf(arguments.node());
        return new GivenFeedback(
                named == null ? OwnRun.id("feedback", caller.principal().name(), said, now) : named,
                user(caller, arguments.text("taskId", Arguments.ID)),
                arguments.text("taskId", Arguments.ID),
                arguments.optionalText("messageId", Arguments.ID),
                decision,
                reason(arguments.optionalText("reason", LONGEST_REASON)),
                arguments.optionalText("note", LONGEST_NOTE),
                Objects.requireNonNullElse(kind, Kind.MESSAGE),
                caller.audience().channel(),
                now);
    }

    /** Whose run it is, where that user was alone with the agent and nobody says who thought so. */
    private @Nullable String user(Caller caller, String task) {
        return caller.audience().userId() != null
                ? caller.audience().userId()
                : traces.find(caller.scope(), task)
                        .map(RecordedTrace::trace)
                        .filter(run -> run.text(Attribute.AUDIENCE)
                                .map("private"::equalsIgnoreCase)
                                .orElse(true))
                        .map(Trace::userId)
                        .orElse(null);
    }

    /** What looks like a word of reason must be one, so that a slip does not pass for words of the user. */
    private static @Nullable String reason(@Nullable String said) {
        boolean slip = said != null
                && said.strip().matches("[a-z]+(?:_[a-z]+)+")
                && Arrays.stream(Reason.values()).noneMatch(one -> one.word().equals(said.strip()));
        if (slip) {
            throw new IllegalArgumentException(
                    "reason must be one of " + Arguments.words(Reason.class) + ", or words of the user's own");
        }
        return said == null ? null : said.strip();
    }

    private static ToolReply reply(KeptFeedback kept) {
        ObjectNode value = Json.object().put("id", kept.feedback().id());
        ObjectNode routed = value.putObject("routed");
        kept.routed()
                .forEach((part, route) -> routed.put(
                        part,
                        switch (route.state()) {
                            case DONE -> route.words();
                            case SKIPPED -> "nothing: " + route.words();
                            case FAILED -> "failed: " + route.words();
                            case WAITING -> "waits";
                        }));
        return ToolReply.of(value);
    }
}
