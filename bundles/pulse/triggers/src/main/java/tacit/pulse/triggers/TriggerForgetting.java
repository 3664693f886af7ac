package tacit.pulse.triggers;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextTable;
import tacit.api.store.TextTaking;

/** Takes words back from what triggers read and did not tell yet, and from what they remember. Thread-safe. */
@Component
public final class TriggerForgetting implements EvidenceTexts {

    /** What is no words within a draft. */
    private static final Set<String> KEPT =
            Set.of("workspace", "profile", "family", "source", "urgency", "expires", "origin");

    private static final TextTable OUTBOX =
            new TextTable("trigger_outbox", "trigger_id", "trigger_id, sequence", List.of(), List.of("drafts"), KEPT);
    private static final TextTable STATES =
            new TextTable("trigger_states", "trigger_id", "trigger_id", List.of(), List.of("memory"), Set.of());

    private final Database database;

    @Activate
    public TriggerForgetting(@Reference Database database) {
        this.database = database;
        database.migrate("tacit.pulse.triggers", SqlReadings.class);
    }

    /** Before signals, which are told of what is here. */
    @Override
    public String name() {
        return "readings of triggers";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        String workspace = scope.workspaceId();
        return taking.isEmpty()
                ? 0
                : OUTBOX.take(database, taking, "workspace_id = ?", workspace)
                        + STATES.take(database, taking, "workspace_id = ?", workspace);
    }

    /** A reading names no user; what it quotes of one goes with what they said. */
    @Override
    public int forgetUser(Scope scope) {
        return 0;
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }
}
