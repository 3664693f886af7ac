package tacit.evidence.decisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;

/** Decisions that tests offer, and logs to offer them to. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");
    static final String KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

    private Samples() {}

    static Decision decision(String id) {
        return decision(id, "failure-template", NOW);
    }

    static Decision decision(String id, String role, Instant at) {
        return decision(id, situation(role, at, "[\"a file is missing\",null]", List.of()), "\"a file is missing\"");
    }

    static Decision decision(String id, String inputs, String output, InnerCall... inner) {
        return decision(id, situation("failure-template", NOW, inputs, List.of(inner)), output);
    }

    private static Situation situation(String role, Instant at, String inputs, List<InnerCall> inner) {
        return new Situation(role, "template(String,String)", inputs, at, -7, inner);
    }

    private static Decision decision(String id, Situation situation, String output) {
        return new Decision(id, situation, output, "ab".repeat(32), 3, Duration.ofNanos(1_234), 0);
    }

    static SqlDecisionLog log(Database database, Map<String, ?> settings) {
        return log(database, NOW, settings);
    }

    static SqlDecisionLog log(Database database, Instant now, Map<String, ?> settings) {
        return new SqlDecisionLog(
                database,
                new PatternRedactor(),
                Clock.fixed(now, ZoneOffset.UTC),
                Configurations.of(SqlDecisionLog.Config.class, settings));
    }
}
