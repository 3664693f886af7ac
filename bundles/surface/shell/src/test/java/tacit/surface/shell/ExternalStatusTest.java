package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.memory.ExternalState;
import tacit.runtime.testkit.FakeExternals;

class ExternalStatusTest {

    private final ListAudit audit = new ListAudit();
    private final FakeExternals memories = new FakeExternals();
    private final ExternalStatus status = new ExternalStatus(memories, audit);

    @Test
    void showsHowEachDoes() {
        memories.state = new ExternalState(true, true, null, new TreeMap<>(Map.of("keyConfigured", "true")));

        assertThat(status.rows().rows().get(0))
                .containsEntry("id", "far")
                .containsEntry("breaker", "closed")
                .containsEntry("waiting deletions", 4L)
                .containsEntry("settings", "{keyConfigured=true}");
    }

    @Test
    void saysUntilWhenOneIsNotAsked() {
        memories.state = new ExternalState(true, true, Instant.EPOCH, new TreeMap<>());

        assertThat(status.rows().rows().get(0)).containsEntry("breaker", "open until 1970-01-01T00:00:00Z");
    }

    @Test
    void saysThatThereIsNone() {
        ExternalStatus none = new ExternalStatus(null, audit);

        assertThat(status.rows().rows()).containsExactly(Rows.row("id", "none", "enabled", false));
        assertThat(none.rows().rows()).containsExactly(Rows.row("id", "none", "enabled", false));
        assertThatIllegalStateException().isThrownBy(() -> none.rows("far"));
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void triesOneWithTheAuditLogFirst() {
        memories.state = new ExternalState(true, true, null, new TreeMap<>());

        assertThat(status.rows("far").rows()).containsExactly(Rows.row("id", "far", "result", "It answers"));

        assertThat(memories.asked).containsExactly("check far");
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("external.check");
        assertThatIllegalArgumentException().isThrownBy(() -> status.rows("far", "near"));
        assertThatIllegalArgumentException().isThrownBy(() -> status.rows("Nora likes tea"));
        assertThat(audit.entries).hasSize(1);
    }
}
