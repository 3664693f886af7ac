package tacit.surface.proxy.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/** Makes of a request what is kept of it. Thread-safe. */
final class CallTrace {

    static final String CONTEXT_ID = "tacit.context.id";

    private final ObjectMapper json;

    CallTrace(ObjectMapper json) {
        this.json = json;
    }

    TraceUpdate of(Call call) {
        List<Span> spans = new ArrayList<>();
        spans.add(asked(call));
        if (call.given().isInjected()) {
            spans.add(given(call));
        }
        return TraceUpdate.of(trace(call), spans);
    }

    private static Trace trace(Call call) {
        Caller caller = call.caller();
        boolean alone = caller.audience() == Audience.Kind.PRIVATE;
        return Trace.builder(call.traceId())
                .workspaceId(caller.scope().workspaceId())
                .sessionId(caller.session())
                .userId(caller.scope().userId())
                .profileId(caller.profile())
                .agent(caller.agent())
                .channel(caller.channel())
                .taskKey(caller.taskKey())
                .startedAt(call.begin())
                .endedAt(call.done())
                .status(failed(call) ? TraceStatus.FAILED : TraceStatus.COMPLETED)
                .harnessGeneration(call.generation())
                .attribute(
                        Attribute.AUDIENCE,
                        alone ? null : caller.audience().name().toLowerCase(Locale.ROOT))
                .build();
    }

    private static boolean failed(Call call) {
        return call.status() >= 400 || call.end() == Call.End.CUT || call.end() == Call.End.UNANSWERED;
    }

    /** The context apart from what was said: nobody learns from it again. */
    private static Span given(Call call) {
        return Span.builder(call.spanId() + "c", Operation.RETRIEVAL, "tacit context")
                .parentId(call.spanId())
                .position(0)
                .startedAt(call.begin())
                .endedAt(call.begin().plusMillis(call.given().millis()))
                .status(SpanStatus.OK)
                .output(call.given().text())
                .attribute(Attribute.INJECTED, true)
                .attribute(CONTEXT_ID, call.given().id())
                .attribute("tacit.context.tokens", call.given().tokens())
                .build();
    }

    private Span asked(Call call) {
        JsonNode body = read(call.body());
        RequestMessages said = RequestMessages.of(call.wire(), body, json);
        AnswerReading answer = AnswerReading.of(call.wire(), call.contentType(), call.answer(), json);
        SpanBuilder span = Span.builder(call.spanId(), call.wire().operation(), name(call))
                .position(1)
                .startedAt(call.begin())
                .endedAt(call.done())
                .input(said.text())
                .output(masked(call, answer.text()));
        model(span, call, answer);
        route(span, call);
        span.attribute("tacit.context.state", call.given().state());
        span.attribute(CONTEXT_ID, call.given().isInjected() ? call.given().id() : null);
        span.attribute("tacit.messages.earlier", said.earlier() == 0 ? null : said.earlier());
        span.attribute("tacit.answer.bytes", call.answer().passed());
        ending(span, call, answer);
        return span.build();
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    // An upstream that refuses a key may quote it
    private static @Nullable String masked(Call call, @Nullable String text) {
        return text == null ? null : call.withoutKey().apply(text);
    }

    private static String name(Call call) {
        return call.model() == null ? call.wire().operation() : call.wire().operation() + " " + call.model();
    }

    private static void model(SpanBuilder span, Call call, AnswerReading answer) {
        span.attribute(Attribute.PROVIDER_NAME, call.wire().kind().word());
        span.attribute(Attribute.REQUEST_MODEL, call.model());
        span.attribute(Attribute.RESPONSE_MODEL, answer.field("model"));
        span.attribute(Attribute.RESPONSE_ID, answer.field("id"));
        span.attribute(Attribute.FINISH_REASONS, answer.finishes().isEmpty() ? null : answer.finishes());
        answer.usage().forEach(span::attribute);
        if (call.first() != null) {
            span.attribute(
                    "gen_ai.response.time_to_first_chunk",
                    Duration.between(call.begin(), call.first()).toNanos() / 1e9);
        }
    }

    private static void route(SpanBuilder span, Call call) {
        span.attribute("http.response.status_code", call.status());
        span.attribute("tacit.route.upstream", call.upstream());
        span.attribute("tacit.route.reason", call.reason());
        call.skipped()
                .forEach(one -> span.event(new SpanEvent(
                        "tacit.route.skipped",
                        null,
                        Map.of("upstream", one.upstream(), "reason", one.reason(), "millis", one.millis()))));
    }

    private static void ending(SpanBuilder span, Call call, AnswerReading answer) {
        span.attribute("tacit.proxy.end", call.end().name().toLowerCase(Locale.ROOT));
        if (failed(call)) {
            span.status(SpanStatus.ERROR)
                    .errorType(errorType(call, answer))
                    .statusMessage(masked(call, words(call, answer)));
        } else if (call.end() == Call.End.GONE) {
            // Whoever stops a model on purpose has not failed
            span.statusMessage("The client went away");
        } else {
            span.status(SpanStatus.OK);
        }
    }

    private static @Nullable String errorType(Call call, AnswerReading answer) {
        if (call.end() == Call.End.CUT) {
            return "connection_error";
        }
        String type = answer.errorType();
        return type == null ? String.valueOf(call.status()) : type;
    }

    private static String words(Call call, AnswerReading answer) {
        if (call.end() == Call.End.CUT) {
            return "The connection to the model was lost in the middle of its answer";
        }
        if (call.end() == Call.End.UNANSWERED) {
            return "No model could be reached: " + call.reason();
        }
        return ("HTTP " + call.status() + " " + answer.errorWords()).strip();
    }
}
