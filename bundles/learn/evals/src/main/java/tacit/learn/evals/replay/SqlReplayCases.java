package tacit.learn.evals.replay;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AuditLog;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Harness;
import tacit.api.harness.HarnessView;
import tacit.api.ingest.Redactor;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Outcome;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/**
 * Keeps questions and how they went in the database. Thread-safe.
 *
 * <p>A case is made of what the harness decided for a whole workspace, so a scope that is narrowed to one user sees none.
 */
@Component
@Designate(ocd = SqlReplayCases.Config.class)
public final class SqlReplayCases implements ReplayCases {

    static final String OWNER = "tacit.learn.evals";

    private final Database database;
    private final Harness harness;
    private final Making making;
    private final Rebuilding rebuilding;
    private final Keeping keeping;
    private final Reviewing reviewing;
    private final AnswerJudge judge;
    private final int failingRuns;

    /** How much is kept, and how much of it is looked at. */
    @ObjectClassDefinition(
            name = "Replay cases",
            description = "Questions that candidates are asked, and how they went")
    public @interface Config {

        @AttributeDefinition(description = "Cases in use of one workspace at most, at least 1; more are refused")
        int most() default 10_000;

        @AttributeDefinition(description = "Runs of one case that are kept, the newest, at least 1")
        int runs_kept() default 200;

        @AttributeDefinition(
                description =
                        "Last answered runs of the harness in force that tell whether it fails a case, at least 1:"
                                + " most of them, and the newest where it is a tie")
        int failing_runs() default 3;

        @AttributeDefinition(
                description =
                        "Characters of a question that was put together from a run at most, at least 1; longer ones are refused")
        int longest_question() default 100_000;
    }

    @Activate
    public SqlReplayCases(
            @Reference Database database,
            @Reference DecisionLog decisions,
            @Reference TraceStore traces,
            @Reference(service = SoughtHarness.class) Harness harness,
            @Reference Redactor redactor,
            @Reference AuditLog audit,
            @Reference Clock clock,
            Config config) {
        this.database = database;
        this.harness = harness;
        Wording wording = new Wording(redactor);
        int most = atLeastOne("most", config.most());
        making = new Making(database, decisions, traces, clock, wording, most);
        int longest = atLeastOne("longest.question", config.longest_question());
        rebuilding = new Rebuilding(database, traces, harness, clock, wording, new Rebuilding.Bounds(most, longest));
        keeping = new Keeping(database, audit, clock, wording, atLeastOne("runs.kept", config.runs_kept()));
        reviewing = new Reviewing(database, audit, clock, wording);
        judge = new AnswerJudge(wording);
        failingRuns = atLeastOne("failing.runs", config.failing_runs());
        database.migrate(OWNER, SqlReplayCases.class);
        new OldSplits(database, decisions, traces).end();
    }

    private static int atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, got " + value);
        }
        return value;
    }

    @Override
    public ReplayCase add(Scope scope, Draft draft) {
        return making.make(whole(scope), draft);
    }

    @Override
    public ReplayCase rebuild(Scope scope, Rebuilt draft) {
        return rebuilding.make(whole(scope), draft);
    }

    @Override
    public boolean older(Scope scope, String role, String task, @Nullable Instant firstAt) {
        return rebuilding.older(whole(scope), role, task, firstAt);
    }

    private static String whole(Scope scope) {
        if (scope.user().isPresent()) {
            throw new IllegalArgumentException("scope must name no user, as a case is the whole workspace's");
        }
        return scope.workspaceId();
    }

    @Override
    public Optional<ReplayCase> find(Scope scope, String caseId) {
        if (scope.user().isPresent()) {
            return Optional.empty();
        }
        return database.read(session -> new CaseRows(session, scope.workspaceId()).find(caseId));
    }

    @Override
    public Page<ReplayCase> list(Scope scope, String role, PageRequest page) {
        if (scope.user().isPresent()) {
            return new Page<>(List.of(), page.offset(), 0);
        }
        return database.read(session -> {
            CaseRows rows = new CaseRows(session, scope.workspaceId());
            return new Page<>(rows.list(role, page), page.offset(), rows.count(role));
        });
    }

    @Override
    public Page<ReplayCase> ofSource(Scope scope, String source, PageRequest page) {
        return scope.user().isPresent()
                ? new Page<>(List.of(), page.offset(), 0)
                : database.read(session -> new CaseRows(session, scope.workspaceId()).ofSource(source, page));
    }

    @Override
    public Page<String> experimentsOf(Scope scope, String caseId, PageRequest page) {
        return scope.user().isPresent()
                ? new Page<>(List.of(), page.offset(), 0)
                : database.read(session -> new RunRows(session, scope.workspaceId()).experiments(caseId, page));
    }

    @Override
    public Page<String> askedBy(Scope scope, String experimentId, PageRequest page) {
        return scope.user().isPresent()
                ? new Page<>(List.of(), page.offset(), 0)
                : database.read(session -> new RunRows(session, scope.workspaceId()).cases(experimentId, page));
    }

    @Override
    public Optional<String> judge(ReplayCase replayCase, String answer) {
        return judge.judge(replayCase.checks(), answer);
    }

    @Override
    public List<String> record(Scope scope, List<ReplayRun> runs) {
        if (scope.user().isPresent() || runs.isEmpty()) {
            return List.of();
        }
        return keeping.keep(scope.workspaceId(), runs, generation());
    }

    private long generation() {
        try (HarnessView view = harness.view()) {
            return view.generation();
        }
    }

    @Override
    public Page<ReplayRun> runs(Scope scope, String caseId, PageRequest page) {
        if (scope.user().isPresent()) {
            return new Page<>(List.of(), page.offset(), 0);
        }
        return database.read(session -> {
            RunRows rows = new RunRows(session, scope.workspaceId());
            return new Page<>(rows.list(caseId, page), page.offset(), rows.count(caseId));
        });
    }

    @Override
    public Optional<Boolean> failing(Scope scope, String caseId) {
        if (scope.user().isPresent()) {
            return Optional.empty();
        }
        List<Outcome> last =
                database.read(session -> new RunRows(session, scope.workspaceId()).lastOfBaseline(caseId, failingRuns));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        long twiceFailed = 2 * last.stream().filter(Outcome.FAILED::equals).count();
        return Optional.of(twiceFailed == last.size() ? last.get(0) == Outcome.FAILED : twiceFailed > last.size());
    }

    @Override
    public ReplayCase review(Scope scope, String caseId, State state, String by, String reason) {
        if (scope.user().isPresent()) {
            throw Reviewing.refused(caseId);
        }
        return reviewing.review(scope.workspaceId(), caseId, state, by, reason);
    }

    @Override
    public List<Review> reviews(Scope scope, String caseId) {
        if (scope.user().isPresent()) {
            return List.of();
        }
        return database.read(session -> new ReviewRows(session, scope.workspaceId()).all(caseId));
    }
}
