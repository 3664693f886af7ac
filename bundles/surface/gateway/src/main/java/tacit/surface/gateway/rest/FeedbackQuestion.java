package tacit.surface.gateway.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.GivenFeedback.Reason;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;

/** Reads feedback as agents and their surfaces send it. */
final class FeedbackQuestion {

    private static final Set<String> FIELDS =
            Set.of("id", "taskId", "messageId", "decision", "reason", "note", "kind", "userId", "channel");
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_NOTE = 10_000;

    private FeedbackQuestion() {}

    static GivenFeedback read(Call call, TraceStore traces, Instant now) {
        Fields fields = Fields.of(Json.body(call), FIELDS);
        Scope scope = call.principal().scope();
        String task = fields.text("taskId", 400);
        String message = fields.optionalText("messageId", 400);
        Decision decision = decision(fields.text("decision", 64));
        String reason = reason(fields.optionalText("reason", LONGEST_REASON));
        String note = fields.optionalText("note", LONGEST_NOTE);
        Kind kind = fields.optionalChoice("kind", Kind.class);
        String user = user(scope, fields.optionalText("userId", 400), task, traces);
        String named = fields.optionalText("id", LONGEST_ID);
        String id = named == null ? id(user, task, message, decision.word(), reason, note, now.toString()) : named;
        return new GivenFeedback(
                id,
                user,
                task,
                message,
                decision,
                reason,
                note,
                kind == null ? Kind.MESSAGE : kind,
                fields.optionalText("channel", 64),
                now);
    }

    /** Gateways of channels say {@code approved} of what others call {@code accepted}. */
    private static Decision decision(String word) {
        if (word.equals("approved")) {
            return Decision.ACCEPTED;
        }
        return Arrays.stream(Decision.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "decision must be one of accepted, approved, rejected, edit, next"));
    }

    /** What looks like a word of reason must be one, so that a slip does not pass for words of the user. */
    private static @Nullable String reason(@Nullable String text) {
        String said = text == null ? "" : text.strip();
        boolean word = said.matches("[a-z]+(?:_[a-z]+)+");
        if (word && Arrays.stream(Reason.values()).noneMatch(one -> one.word().equals(said))) {
            throw new IllegalArgumentException("reason must be one of "
                    + Arrays.stream(Reason.values()).map(Reason::word).collect(Collectors.joining(", "))
                    + ", or words of the user's own");
        }
        return said.isEmpty() ? null : said;
    }

    /** Whose run it is, where it was alone with the agent and nobody says who thought so. */
    private static @Nullable String user(Scope scope, @Nullable String named, String task, TraceStore traces) {
        if (scope.userId() != null) {
            if (named != null && !named.equals(scope.userId())) {
                throw new HttpProblem(403, "This token is of another user than userId names");
            }
            return scope.userId();
        }
        return named != null
                ? named
                : traces.find(scope, task)
                        .map(run -> run.trace())
                        .filter(FeedbackQuestion::alone)
                        .map(Trace::userId)
                        .orElse(null);
    }

    private static boolean alone(Trace trace) {
        return trace.text(Attribute.AUDIENCE)
                .map(audience -> audience.toLowerCase(Locale.ROOT).equals("private"))
                .orElse(true);
    }

    private static String id(@Nullable Object... parts) {
        try {
            byte[] text = Arrays.toString(parts).getBytes(StandardCharsets.UTF_8);
            return "fb_"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
