package tacit.evidence.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/**
 * One run of an agent on one InterCode task. The rewards of single turns, and what the grader expected, are left behind:
 * no agent saw them.
 */
record InterCodeRun(String batch, String task, String query, JsonNode run, JsonNode turns, Outcome outcome) {

    private static final Pattern SQL = Pattern.compile(
            "(?i)(?:select|show|desc|describe|insert|update|delete|create|drop|alter|with|use|explain)\\b");
    private static final Pattern WRAPPED = Pattern.compile("(?s)execute\\[(.*)]");

    static InterCodeRun of(String batch, String task, JsonNode run) {
        JsonNode turns = Json.object(run, "turn_history");
        Json.array(turns, "actions");
        Json.array(turns, "observations");
        Double grade = Json.grade(run.path("summary"), "max_reward");
        return new InterCodeRun(batch, task, Json.text(run, "query"), run, turns, RunSpans.graded(grade, "max_reward"));
    }

    TraceUpdate update() {
        String language = language();
        RunSpans spans = new RunSpans("intercode-" + language);
        spans.root().input(query);
        for (int turn = 0; turn < turns.path("actions").size(); turn++) {
            addTurn(spans, language, turn);
        }
        Trace trace = Trace.builder(batch + "/" + task + "/0")
                .agent("intercode-" + language)
                .taskKey(sha256(query))
                .outcome(outcome)
                .attribute(Attribute.BATCH, batch)
                .attribute(Attribute.TRIAL, 0)
                .attribute("intercode.hardness", Json.content(run.path("hardness")))
                .attribute("intercode.dataset", Json.content(run.path("dataset")))
                .build();
        return TraceUpdate.of(trace, spans.build());
    }

    private void addTurn(RunSpans spans, String language, int turn) {
        String thought = Json.content(turns.path("thoughts").path(turn));
        if (thought != null) {
            spans.chat(turn)
                    .output(Json.write(List.of(Messages.message("assistant", List.of(Messages.reasoning(thought))))));
        }
        String action = Json.content(turns.path("actions").path(turn));
        SpanBuilder tool = spans.tool(isSubmission(action) ? "submit" : language, turn);
        tool.input(unwrapped(action))
                .output(Json.content(turns.path("observations").path(turn)));
    }

    private String language() {
        String environment = run.path("environment").asText("").toLowerCase(Locale.ROOT);
        if (environment.startsWith("ic_") && environment.length() > 3) {
            return environment.substring(3);
        }
        String first = unwrapped(Json.content(turns.path("actions").path(0)));
        return first != null && SQL.matcher(first.strip()).lookingAt() ? "sql" : "bash";
    }

    private static boolean isSubmission(@Nullable String action) {
        return action != null && action.strip().equals("submit");
    }

    private static @Nullable String unwrapped(@Nullable String action) {
        if (action == null) {
            return null;
        }
        var wrapped = WRAPPED.matcher(action.strip());
        return wrapped.matches() ? wrapped.group(1) : action;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
