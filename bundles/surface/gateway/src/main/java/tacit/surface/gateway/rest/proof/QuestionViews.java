package tacit.surface.gateway.rest.proof;

import static tacit.surface.gateway.rest.reply.Views.put;
import static tacit.surface.gateway.rest.reply.Views.seconds;
import static tacit.surface.gateway.rest.reply.Views.time;
import static tacit.surface.gateway.rest.reply.Views.word;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayRun;
import tacit.surface.gateway.rest.reply.Fields;

/** How questions look as JSON, and how checks are read. Pure functions. */
final class QuestionViews {

    private static final int MOST_CHECKS = 50;
    private static final int LONGEST = 20_000;

    private QuestionViews() {}

    static Map<String, Object> question(ReplayCase known, Optional<Boolean> failing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", known.id());
        fields.put("role", known.situation().role());
        fields.put("title", known.title());
        fields.put("state", word(known.state()));
        fields.put("older", known.older());
        fields.put("protected", known.protectedCase());
        put(fields, "failing", failing.orElse(null));
        fields.put("checks", known.checks().stream().map(QuestionViews::check).toList());
        fields.put("origin", word(known.origin()));
        fields.put("source", known.source());
        fields.put("owner", known.owner());
        fields.put("generation", known.generation());
        fields.put("createdAt", known.createdAt().toString());
        put(fields, "expiresAt", time(known.expiresAt()));
        return fields;
    }

    private static Map<String, Object> check(AnswerCheck check) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", word(check.kind()));
        fields.put("path", check.path());
        fields.put("expected", check.expected());
        return fields;
    }

    static Map<String, Object> run(ReplayRun run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", run.at().toString());
        put(fields, "experimentId", run.experimentId());
        fields.put("arm", word(run.arm()));
        fields.put("outcome", word(run.outcome()));
        put(fields, "reason", run.reason());
        fields.put("seconds", seconds(run.took()));
        put(fields, "tokens", run.tokens());
        return fields;
    }

    static Map<String, Object> review(ReplayCases.Review review) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", word(review.from()));
        fields.put("to", word(review.to()));
        fields.put("by", review.by());
        fields.put("reason", review.reason());
        fields.put("at", review.at().toString());
        return fields;
    }

    static List<AnswerCheck> checks(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_CHECKS) {
            throw new IllegalArgumentException("checks must be a list of 1 to " + MOST_CHECKS);
        }
        List<AnswerCheck> checks = new ArrayList<>();
        for (JsonNode one : list) {
            Fields fields = Fields.of(one, Set.of("kind", "path", "expected"));
            checks.add(new AnswerCheck(
                    Fields.choice("kind", fields.text("kind", 64), AnswerCheck.Kind.class),
                    Optional.ofNullable(fields.optionalText("path", 400)).orElse(""),
                    fields.texts("expected", AnswerCheck.MAX_EXPECTED, LONGEST)));
        }
        return checks;
    }
}
