package tacit.learn.evals.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Harness;
import tacit.api.harness.HarnessView;
import tacit.api.harness.RoleStatus;
import tacit.api.harness.Situation;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases.Rebuilt;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.trace.TraceStore;

/** Makes cases of questions that were put together from what runs left. Thread-safe. */
final class Rebuilding {

    private final Database database;
    private final TraceStore traces;
    private final Harness harness;
    private final Clock clock;
    private final Wording wording;
    private final CheckRules rules;
    private final Bounds bounds;

    /** How many cases a workspace may have in use, and how many characters such a question may have. */
    record Bounds(int most, int longestQuestion) {}

    Rebuilding(Database database, TraceStore traces, Harness harness, Clock clock, Wording wording, Bounds bounds) {
        this.database = database;
        this.traces = traces;
        this.harness = harness;
        this.clock = clock;
        this.wording = wording;
        this.rules = new CheckRules(wording);
        this.bounds = bounds;
    }

    ReplayCase make(String workspace, Rebuilt draft) {
        rules.require(draft.checks());
        Making.bounded("source", draft.source());
        Making.bounded("owner", draft.owner());
        Situation asked = draft.situation();
        requireShort(asked);
        Askable.whole(asked, "this question");
        Askable.withoutSecrets(asked, wording);
        Askable.keepsItsAnswer(asked, draft.checks());
        String id = CaseKeys.id(workspace, timeless(asked), draft.checks());
        Optional<ReplayCase> known = database.read(session -> new CaseRows(session, workspace).find(id));
        return known.orElseGet(() -> keep(workspace, id, draft));
    }

    /** What is put together from several runs at several times is one question. */
    private static Situation timeless(Situation asked) {
        return new Situation(asked.role(), asked.method(), asked.inputs(), Instant.EPOCH, 0, asked.inner());
    }

    private void requireShort(Situation asked) {
        long length = asked.inputs().length()
                + asked.inner().stream()
                        .mapToLong(
                                call -> call.inputs().length() + call.output().length())
                        .sum();
        if (length > bounds.longestQuestion()) {
            throw new IllegalArgumentException("Cannot make a case of this question: it has " + length
                    + " characters, more than " + bounds.longestQuestion());
        }
    }

    private ReplayCase keep(String workspace, String id, Rebuilt draft) {
        String role = draft.situation().role();
        String sha256 = providerOf(role);
        long generation = generation();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expiresAt = Making.expiry(draft.expiresAt(), now);
        Optional<Split> split = split(workspace, role);
        return database.write(session -> {
            CaseRows rows = new CaseRows(session, workspace);
            rows.requireRoom(id, bounds.most());
            boolean older = side(session, workspace, draft, split);
            ReplayCase made = new ReplayCase(
                    id,
                    wording.title(draft.title()),
                    draft.situation(),
                    draft.checks(),
                    draft.origin(),
                    draft.source(),
                    draft.owner(),
                    older,
                    false,
                    ReplayCase.State.ACTIVE,
                    sha256,
                    generation,
                    now,
                    expiresAt);
            rows.add(made, CaseKeys.question(draft.situation()));
            return rows.find(id).orElseThrow();
        });
    }

    private String providerOf(String role) {
        return harness.roles().stream()
                .filter(status -> status.role().equals(role))
                .map(RoleStatus::sha256)
                .findFirst()
                .flatMap(Optional::ofNullable)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot make a case of role '" + role + "': no provider of it is in force"));
    }

    private long generation() {
        try (HarnessView view = harness.view()) {
            return view.generation();
        }
    }

    private Optional<Split> split(String workspace, String role) {
        return database.read(session -> Split.find(session, workspace, role))
                .or(() -> Split.ofRuns(traces, Scope.ofWorkspace(workspace)));
    }

    /** Where a task that was not dealt yet would be. */
    boolean older(String workspace, String role, String task, @Nullable Instant firstAt) {
        Optional<Split> split = split(workspace, role);
        return database.read(
                session -> new Tasks(session, workspace, role).side(task).orElseGet(() -> new Dealt(workspace, role)
                        .task(task, firstAt, split)));
    }

    private static boolean side(Session session, String workspace, Rebuilt draft, Optional<Split> split) {
        String role = draft.situation().role();
        split.ifPresent(found -> found.kept(session, workspace, role));
        Tasks tasks = new Tasks(session, workspace, role);
        boolean older = tasks.side(draft.task())
                .orElseGet(() -> new Dealt(workspace, role).task(draft.task(), draft.firstAt(), split));
        if (new Sides(session, workspace)
                .ofQuestion(CaseKeys.question(draft.situation()))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "Cannot make a case of this question: another one asks the same and expects something else");
        }
        tasks.keep(draft.task(), older);
        // A decision that asks nearly the same follows; tasks themselves may ask alike and be on two sides
        tasks.keep(DecisionGroup.of(draft.situation()).near(), older);
        return older;
    }
}
