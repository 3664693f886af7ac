package tacit.pulse.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.autonomy.Approval.State;
import tacit.api.pulse.ProfileReferences;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextTable;
import tacit.api.store.TextTaking;

/** Takes words back from acts that were judged; what was decided stays, and says what still refers to a profile. Thread-safe. */
@Component(service = {EvidenceTexts.class, ProfileReferences.class})
public final class ApprovalForgetting implements EvidenceTexts, ProfileReferences {

    private static final String FORGOTTEN = "forgetting";
    private static final TextTable ENTRIES = TextTable.of("approval_entries", "id", "summary", "reason", "note")
            .withJson(Set.of("server", "tool", "method"), "details", "evidence");

    private final Database database;
    private final Clock clock;
    private final Bell bell;

    @Activate
    public ApprovalForgetting(@Reference Database database, @Reference Clock clock, @Reference Bell bell) {
        this.database = database;
        this.clock = clock;
        this.bell = bell;
        database.migrate(StoredApprovals.OWNER, StoredApprovals.class);
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        TextTaking taking = TextTaking.of(texts);
        return taking.isEmpty() ? 0 : everywhere(scope, taking);
    }

    private int everywhere(Scope scope, TextTaking taking) {
        return ENTRIES.take(database, taking, "workspace_id = ?", scope.workspaceId()) + rules(scope, taking);
    }

    /** A rule whose pattern holds the words goes: then it is asked again. */
    private int rules(Scope scope, TextTaking taking) {
        return database.write(session -> {
            List<String> gone = session
                    .select(
                            "SELECT id, pattern FROM permission_rules WHERE workspace_id = ? OR profile_id IN"
                                    + " (SELECT profile_id FROM approval_entries WHERE workspace_id = ?)",
                            row -> List.of(row.text("id"), row.text("pattern")),
                            scope.workspaceId(),
                            scope.workspaceId())
                    .stream()
                    .filter(row -> !taking.in(row.get(1)).equals(row.get(1)))
                    .map(row -> row.get(0))
                    .toList();
            gone.forEach(new RuleRows(session)::remove);
            return gone.size();
        });
    }

    /** What waits for an answer about the user's work waits no more. */
    @Override
    public int forgetUser(Scope scope) {
        String user = Objects.requireNonNull(scope.userId(), "userId");
        int stopped = stop(scope.workspaceId(), user);
        int own = ENTRIES.take(database, TextTaking.ALL, "workspace_id = ? AND user_id = ?", scope.workspaceId(), user);
        return stopped + own;
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        TextTaking pieces = TextTaking.ofPieces(said);
        return pieces.isEmpty() ? 0 : everywhere(scope, pieces);
    }

    private int stop(String workspaceId, String user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int stopped = database.write(session -> session
                .select(
                        "SELECT id FROM approval_entries WHERE workspace_id = ? AND user_id = ? AND state = 'PENDING'",
                        row -> row.text("id"),
                        workspaceId,
                        user)
                .stream()
                .mapToInt(id -> new EntryRows(session).settle(id, State.EXPIRED, FORGOTTEN, null, null, now) ? 1 : 0)
                .sum());
        if (stopped > 0) {
            bell.ring();
        }
        return stopped;
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        return OptionalLong.of(database.read(session -> session.selectOne(
                        "SELECT COUNT(*) AS n FROM approval_entries WHERE workspace_id = ? AND user_id = ?",
                        row -> row.number("n"),
                        scope.workspaceId(),
                        scope.user().orElse(null))
                .orElse(0L)));
    }

    @Override
    public boolean refersTo(Session session, String profileId) {
        return !session.select(
                        "SELECT id FROM approval_entries WHERE profile_id = ? LIMIT 1",
                        row -> row.text("id"),
                        profileId)
                .isEmpty();
    }
}
