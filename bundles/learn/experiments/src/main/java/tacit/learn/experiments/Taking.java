package tacit.learn.experiments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AuditLog;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.ProposalRefused;
import tacit.api.generation.Generation;
import tacit.api.ingest.Redactor;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Takes proposals in. Thread-safe. */
final class Taking {

    private final Database database;
    private final Acceptance acceptance;
    private final AuditLog audit;
    private final Redactor redactor;
    private final Clock clock;
    private final Home home;
    private final ExperimentFolders folders;

    Taking(
            Database database,
            Acceptance acceptance,
            AuditLog audit,
            Redactor redactor,
            Clock clock,
            Home home,
            ExperimentFolders folders) {
        this.database = database;
        this.acceptance = acceptance;
        this.audit = audit;
        this.redactor = redactor;
        this.clock = clock;
        this.home = home;
        this.folders = folders;
    }

    Experiment take(Scope scope, Proposal given) {
        if (scope.user().isPresent()) {
            throw new IllegalArgumentException("scope must be a workspace, got one of user '" + scope.userId() + "'");
        }
        Proposal proposal = clean(given);
        Generation active = acceptance.check(proposal);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String hash = Written.hash(proposal.change());
        acceptance.checkEarlier(
                database.read(session -> new ExperimentRows(session).same(scope.workspaceId(), hash)), now);
        Experiment made = new Experiment(
                id(now, scope, hash),
                scope.workspaceId(),
                proposal,
                Places.values(active, proposal.change()),
                active.number(),
                ExperimentState.PROPOSED,
                1,
                null,
                null,
                now,
                now);
        audit.write(
                proposal.proposer(),
                "experiment.propose",
                made.id(),
                Map.of("workspace", scope.workspaceId(), "kind", proposal.kind().name(), "role", proposal.role()));
        add(made);
        folders.proposed(made, active);
        return made;
    }

    private void add(Experiment made) {
        String here = home.id();
        database.write(session -> {
            ExperimentRows rows = new ExperimentRows(session);
            Optional<String> other = rows.claim(made);
            if (other.isPresent()) {
                throw new ProposalRefused("Experiment " + other.get() + " would change the same place: "
                        + String.join(", ", made.proposal().change().places()));
            }
            rows.add(made, made.proposal().proposer(), here);
            return made;
        });
    }

    private Proposal clean(Proposal given) {
        return new Proposal(
                given.kind(),
                given.change(),
                given.role(),
                redactor.redact(given.title()).text(),
                redactor.redact(given.why()).text(),
                given.evidence(),
                given.clusterId(),
                given.proposer());
    }

    /** Sortable by time, and different for different changes of one instant. */
    private static String id(Instant now, Scope scope, String hash) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        String other = Integer.toHexString(scope.workspaceId().hashCode());
        return "x" + Long.toString(micros, 36) + "-" + hash.substring(0, 6)
                + other.substring(Math.max(0, other.length() - 2));
    }
}
