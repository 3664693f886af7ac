package tacit.learn.evals.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Situation;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases.Draft;
import tacit.api.store.Database;
import tacit.api.trace.TraceStore;

/** Makes cases of recorded decisions. Thread-safe. */
final class Making {

    private static final int LONGEST_ID = 200;

    private final Database database;
    private final DecisionLog log;
    private final UnderWay underWay;
    private final Clock clock;
    private final Wording wording;
    private final CheckRules rules;
    private final int most;

    Making(Database database, DecisionLog log, TraceStore traces, Clock clock, Wording wording, int most) {
        this.database = database;
        this.log = log;
        this.underWay = new UnderWay(traces);
        this.clock = clock;
        this.wording = wording;
        this.rules = new CheckRules(wording);
        this.most = most;
    }

    ReplayCase make(String workspace, Draft draft) {
        rules.require(draft.checks());
        bounded("source", draft.source());
        bounded("owner", draft.owner());
        Decision decision = askable(draft.decisionId());
        Askable.keepsItsAnswer(decision.situation(), draft.checks());
        String id = CaseKeys.id(workspace, decision.situation(), draft.checks());
        Optional<ReplayCase> known = database.read(session -> new CaseRows(session, workspace).find(id));
        return known.orElseGet(() -> keep(workspace, id, decision, draft));
    }

    static void bounded(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + LONGEST_ID + " characters, got " + text.length());
        }
    }

    private Decision askable(String id) {
        Decision decision = log.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot make a case of decision '" + id + "': no such decision is recorded"));
        if (decision.redactions() > 0) {
            throw new IllegalArgumentException("Cannot make a case of decision '" + id + "': "
                    + (decision.redactions() == 1 ? "a secret was" : decision.redactions() + " secrets were")
                    + " taken out of it, so it may be answered differently when it is asked again");
        }
        Askable.whole(decision.situation(), "decision '" + id + "'");
        return decision;
    }

    private ReplayCase keep(String workspace, String id, Decision decision, Draft draft) {
        String role = decision.situation().role();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expiresAt = expiry(draft.expiresAt(), now);
        Split split =
                database.read(session -> Split.find(session, workspace, role)).orElseGet(() -> Split.of(log, decision));
        List<UnderWay.Task> tasks = role.equals(DecisionSides.LEARNED_FROM_RUNS) && !split.isOlder(decision)
                ? underWay.at(workspace, decision.situation().clock())
                : List.of();
        return database.write(session -> {
            CaseRows rows = new CaseRows(session, workspace);
            rows.requireRoom(id, most);
            Split kept = split.kept(session, workspace, role);
            boolean older = new DecisionSides(session, workspace, role).older(draft, decision, kept, tasks);
            rows.add(made(id, decision, draft, older, now, expiresAt), CaseKeys.question(decision.situation()));
            return rows.find(id).orElseThrow();
        });
    }

    static @Nullable Instant expiry(@Nullable Instant wanted, Instant now) {
        if (wanted != null && !wanted.isAfter(now)) {
            throw new IllegalArgumentException("expiresAt must be later than now, got " + wanted);
        }
        return wanted == null ? null : wanted.truncatedTo(ChronoUnit.MICROS);
    }

    private ReplayCase made(
            String id, Decision decision, Draft draft, boolean older, Instant now, @Nullable Instant expiresAt) {
        Situation asked = decision.situation();
        String title = draft.title().isBlank() ? asked.role() + " " + asked.method() : draft.title();
        return new ReplayCase(
                id,
                wording.title(title),
                asked,
                draft.checks(),
                draft.origin(),
                draft.source(),
                draft.owner(),
                older,
                draft.protectedCase(),
                ReplayCase.State.ACTIVE,
                decision.providerSha256(),
                decision.generation(),
                now,
                expiresAt);
    }
}
