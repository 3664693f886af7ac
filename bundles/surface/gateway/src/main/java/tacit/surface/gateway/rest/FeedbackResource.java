package tacit.surface.gateway.rest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Takes what a user thought of an answer or a task. */
@Component
public final class FeedbackResource implements HttpResource {

    private final FeedbackDesk desk;
    private final TraceStore traces;
    private final Clock clock;

    @Activate
    public FeedbackResource(@Reference FeedbackDesk desk, @Reference TraceStore traces, @Reference Clock clock) {
        this.desk = desk;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/feedback";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        GivenFeedback feedback = given(call);
        try {
            KeptFeedback kept =
                    desk.give(call.principal().scope(), call.principal().name(), feedback);
            return Json.reply(200, answer(kept));
        } catch (FeedbackRefused refused) {
            return problem(refused);
        }
    }

    private GivenFeedback given(Call call) {
        try {
            return FeedbackQuestion.read(call, traces, clock.instant());
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private static Map<String, Object> answer(KeptFeedback kept) {
        Map<String, Object> routed = new LinkedHashMap<>();
        kept.routed().forEach((name, route) -> routed.put(name, FeedbackViews.words(route)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", kept.feedback().id());
        answer.put("routed", routed);
        return answer;
    }

    private static Reply problem(FeedbackRefused refused) {
        int status =
                switch (refused.reason()) {
                    case UNKNOWN_TASK -> 404;
                    case OTHER_ID -> 409;
                    case TOO_MANY -> 429;
                };
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status == 404 ? "Not Found" : status == 409 ? "Conflict" : "Too Many Requests");
        body.put("status", status);
        body.put("detail", refused.getMessage());
        byte[] bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = status == 429
                ? Map.of("Retry-After", String.valueOf(refused.retryAfter().toSeconds()))
                : Map.of();
        return new Reply(status, "application/problem+json", headers, out -> out.write(bytes));
    }
}
