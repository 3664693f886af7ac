package tacit.pulse.signals;

import java.util.Collection;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.ProfileReferences;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextTable;
import tacit.api.store.TextTaking;

/** Takes words back from the ledger, where nobody acts on what is forgotten, and says what refers to a profile. Thread-safe. */
@Component(service = {EvidenceTexts.class, ProfileReferences.class})
public final class SignalForgetting implements EvidenceTexts, ProfileReferences {

    private static final TextTable SIGNALS = TextTable.of(
                    "signals",
                    "id",
                    "reason",
                    "fingerprint",
                    "waiting_key",
                    "evidence",
                    "deferred_reason",
                    "ended_reason")
            .withJson(Set.of(), "payload");

    private final Database database;

    @Activate
    public SignalForgetting(@Reference Database database) {
        this.database = database;
        database.migrate(SqlSignals.OWNER, SqlSignals.class);
    }

    @Override
    public String name() {
        return "signals";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        if (taking.isEmpty()) {
            return 0;
        }
        int changed = SIGNALS.take(database, taking, "workspace_id = ?", scope.workspaceId());
        if (changed > 0) {
            dismiss(scope);
        }
        return changed;
    }

    /** What lost its words asks for nothing any more. */
    private void dismiss(Scope scope) {
        database.write(session -> session.update(
                "UPDATE signals SET state = 'DISMISSED', live = 0, waiting_profile = NULL, waiting_key = NULL,"
                        + " ended_by = 'forgetting', ended_reason = 'its words were forgotten'"
                        + " WHERE workspace_id = ? AND live = 1 AND (reason LIKE '%[deleted sha256:%'"
                        + " OR payload LIKE '%[deleted sha256:%')",
                scope.workspaceId()));
    }

    /** A signal names no user; what it quotes of one goes with what they said. */
    @Override
    public int forgetUser(Scope scope) {
        return 0;
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }

    @Override
    public boolean refersTo(Session session, String profileId) {
        return !session.select("SELECT id FROM signals WHERE profile_id = ? LIMIT 1", row -> row.text("id"), profileId)
                .isEmpty();
    }
}
