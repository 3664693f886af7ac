package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveStats;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.RetentionPlan;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.openapi.Conformance;

class MemoryUpkeepTest {

    private static final RetentionPlan.Due DUE =
            new RetentionPlan.Due("m1", "insight", Instant.EPOCH, RetentionPlan.Reason.TOO_OLD, "Old tea");

    private final List<String> asked = new ArrayList<>();
    private final ArchiveUpkeep upkeep =
            asking(ArchiveUpkeep.class, new RetentionPlan(List.of(DUE), List.of(), 2, Instant.EPOCH, 0));
    private final HttpResource stats =
            new MemoryStatsResource(asking(ArchiveMemory.class, new ArchiveStats(5, 100, 20, 3, 0.6, 1, 400)));
    private final HttpResource preview = new MemoryRetentionResource(upkeep);
    private final HttpResource act = new MemoryRetentionActResource(upkeep, new ListAudit());

    @Test
    void countsTheArchive() {
        assertThat(Conformance.checked(stats, stats.handle(FakeCall.json("")))
                        .get("memories")
                        .intValue())
                .isEqualTo(5);
    }

    @Test
    void tellsWhatRetentionWouldDo() {
        JsonNode plan = Conformance.checked(preview, preview.handle(FakeCall.json("")));

        assertThat(plan.get("putAside").get(0).get("reason").textValue()).isEqualTo("too_old");
        assertThat(plan.get("protected").intValue()).isEqualTo(2);
        assertThat(asked).containsExactly("previewRetention");
    }

    @Test
    void appliesItAndTakesItBackWithTheAuditLogFirst() {
        act.handle(FakeCall.json("").at("act", "apply"));
        JsonNode back = Conformance.checked(
                act, act.handle(FakeCall.json("{\"ids\":[\"m1\"]}").at("act", "undo")));

        assertThat(back.get("takenBack").intValue()).isEqualTo(4);
        assertThat(asked)
                .containsExactly(
                        "audit memory.retention.apply",
                        "applyRetention",
                        "audit memory.retention.undo",
                        "undoRetention");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertProblem(404, FakeCall.json("").at("act", "burn"));
        assertProblem(400, FakeCall.json("{\"ids\":[\"m1\"]}").at("act", "apply"));
        assertProblem(400, FakeCall.json("{\"ids\":[]}").at("act", "undo"));
        assertProblem(400, FakeCall.json("{\"names\":[]}").at("act", "undo"));
        assertThat(asked).isEmpty();
    }

    @Test
    void letsReadersLookAndOperatorsAct() {
        assertThat(stats.role()).contains(AccessRole.READER);
        assertThat(preview.role()).contains(AccessRole.READER);
        assertThat(act.role()).contains(AccessRole.OPERATOR);
    }

    private void assertProblem(int status, FakeCall call) {
        assertThatThrownBy(() -> act.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    private <T> T asking(Class<T> role, Object answer) {
        return role.cast(
                Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (proxy, method, given) -> {
                    asked.add(method.getName());
                    return method.getReturnType() == int.class ? 4 : answer;
                }));
    }

    private final class ListAudit implements AuditLog {

        @Override
        public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
            asked.add("audit " + action);
            return new AuditEntry(1, Instant.EPOCH, actor, action, subject, details);
        }

        @Override
        public Page<AuditEntry> list(PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }
    }
}
