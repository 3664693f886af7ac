package tacit.learn.evals.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Harness;
import tacit.api.harness.HarnessView;
import tacit.api.harness.InnerCall;
import tacit.api.harness.RoleStatus;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases.Draft;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;

/** Decisions, drafts of cases, and the services that a test needs beside the database. */
public final class Samples {

    static final Scope SCOPE = Scope.ofDefaultWorkspace();
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");
    static final String KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    static final AnswerCheck ALLOWS = check(Kind.EQUALS, "/decision", "\"allow\"");

    private Samples() {}

    static AnswerCheck check(Kind kind, String path, String... expected) {
        return new AnswerCheck(kind, path, List.of(expected));
    }

    static Decision decision(String id, String inputs, Instant at, InnerCall... inner) {
        return decision(id, new Situation("guard", "decide(String)", inputs, at, -7, List.of(inner)), 0);
    }

    static Decision decision(String id, Situation asked, int redactions) {
        String answer = "{\"decision\":\"deny\"}";
        return new Decision(id, asked, answer, "ab".repeat(32), 3, Duration.ofNanos(1_234), redactions);
    }

    static Decision decision(String id) {
        return decision(id, "[\"question " + id + "\"]", NOW);
    }

    static Draft draft(String decisionId, AnswerCheck... checks) {
        return draft(decisionId, Origin.OPERATOR, decisionId, null, checks);
    }

    static Draft draft(
            String decisionId, Origin origin, String source, @Nullable Instant expiresAt, AnswerCheck... checks) {
        List<AnswerCheck> all = checks.length == 0 ? List.of(ALLOWS) : List.of(checks);
        return new Draft(decisionId, "", all, origin, source, "operator", false, expiresAt);
    }

    static Draft titled(String decisionId, String title, boolean protectedCase) {
        return new Draft(
                decisionId, title, List.of(ALLOWS), Origin.OPERATOR, decisionId, "operator", protectedCase, null);
    }

    public static SqlReplayCases cases(
            Database database, DecisionLog log, Harness harness, AuditLog audit, Clock clock, Map<String, ?> settings) {
        SqlReplayCases.Config config = Configurations.of(SqlReplayCases.Config.class, settings);
        SqlTraceStore traces = new SqlTraceStore(database);
        return new SqlReplayCases(database, log, traces, harness, new PatternRedactor(), audit, clock, config);
    }

    /** Decisions in memory, newest first as they were given. */
    public static final class ListDecisions implements DecisionLog {

        private final List<Decision> decisions = new ArrayList<>();

        ListDecisions with(Decision... more) {
            decisions.addAll(
                    0,
                    List.of(more).stream()
                            .sorted(Comparator.comparing(Decision::id).reversed())
                            .toList());
            return this;
        }

        void forgetAll() {
            decisions.clear();
        }

        @Override
        public boolean offer(Decision decision) {
            return false;
        }

        @Override
        public Page<Decision> list(String role, PageRequest page) {
            List<Decision> found = decisions.stream()
                    .filter(decision -> decision.situation().role().equals(role))
                    .toList();
            return new Page<>(
                    found.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), found.size());
        }

        @Override
        public Optional<Decision> find(String id) {
            return decisions.stream()
                    .filter(decision -> decision.id().equals(id))
                    .findFirst();
        }

        @Override
        public long dropped() {
            return 0;
        }
    }

    /** A harness of which only the number of its generation is known. */
    public static final class NumberedHarness implements Harness {

        public long generation = 7;

        /** Roles that have a provider. */
        public List<String> provided = List.of("guard");

        @Override
        public List<RoleStatus> roles() {
            return provided.stream()
                    .map(role -> new RoleStatus(role, "type", "bundle", "1.0.0", "cd".repeat(32), "A", 0, 0, 0, null))
                    .toList();
        }

        @Override
        public HarnessView view() {
            return new HarnessView() {
                @Override
                public long generation() {
                    return generation;
                }

                @Override
                public <T> T provider(String role, Class<T> type) {
                    throw new IllegalArgumentException("No role is known");
                }

                @Override
                public void close() {
                    // Nothing is held
                }
            };
        }

        @Override
        public long unrecorded() {
            return 0;
        }

        @Override
        public List<String> alarms() {
            return List.of();
        }
    }
}
