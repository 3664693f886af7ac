package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.http.HttpProblem;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Impact;
import tacit.api.learn.Signature;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

class ClusterChangeResourceTest {

    private final Acts acts = new Acts();
    private final ClusterChangeResource resource = new ClusterChangeResource(acts, acts);

    @ParameterizedTest
    @CsvSource({
        "split, '{\"records\":[\"f1\",\"f2\"]}', 'split c1 [f1, f2]'",
        "merge, '{\"other\":\"c2\"}', merge c1 c2",
        "dismiss, '', move c1 DISMISSED 4",
        "reopen, '{\"version\":3}', move c1 REOPENED 3"
    })
    void recordsEachActBeforeItIsDone(String change, String body, String act) {
        int status = resource.handle(call("c1", change, body)).status();

        assertThat(status).isEqualTo(200);
        assertThat(acts.done).containsExactly("audit ann cluster." + change + " c1", act);
    }

    @ParameterizedTest
    @CsvSource({
        "c1, split, '{\"records\":[]}', 400",
        "c1, split, '{\"records\":[7]}', 400",
        "c1, split, '{}', 400",
        "c1, split, '', 400",
        "c1, merge, '{\"other\":\"c9\"}', 404",
        "c1, merge, '{\"records\":[\"f1\"]}', 400",
        "c1, reopen, '{\"version\":\"3\"}', 400",
        "c1, explode, '{}', 404",
        "c9, dismiss, '', 404"
    })
    void refusesWithoutATrace(String id, String change, String body, int status) {
        assertThatThrownBy(() -> resource.handle(call(id, change, body)))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(status);
        assertThat(acts.done).isEmpty();
    }

    @Test
    void saysThatAMoveIsNotAllowed() {
        acts.refusal = "Cannot move cluster 'c1': it changed meanwhile";

        assertThatThrownBy(() -> resource.handle(call("c1", "dismiss", "")))
                .hasMessage("Cannot move cluster 'c1': it changed meanwhile")
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(409);
    }

    private static FakeCall call(String id, String change, String body) {
        return FakeCall.json(body).at("id", id).at("change", change);
    }

    private static final class Acts implements FailureClusters, AuditLog {

        private final List<String> done = new ArrayList<>();
        private String refusal = "";

        @Override
        public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
            done.add("audit " + actor + " " + action + " " + subject);
            return new AuditEntry(1, Instant.EPOCH, actor, action, subject, details);
        }

        @Override
        public Page<AuditEntry> list(PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }

        @Override
        public List<FailureCluster> assign(Scope scope, List<String> traceIds, List<FailureRecord> records) {
            return List.of();
        }

        @Override
        public Optional<FailureCluster> find(Scope scope, String clusterId) {
            return List.of("c1", "c2").contains(clusterId) ? Optional.of(cluster(clusterId)) : Optional.empty();
        }

        @Override
        public Page<FailureCluster> list(Scope scope, ClusterFilter filter, PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }

        @Override
        public Page<ClusterMember> members(Scope scope, String clusterId, PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }

        @Override
        public Page<FailureRecord> failures(Scope scope, FailureFilter filter, PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }

        @Override
        public FailureCluster split(Scope scope, String clusterId, List<String> recordIds, String by) {
            done.add("split " + clusterId + " " + recordIds);
            return cluster("c3");
        }

        @Override
        public FailureCluster merge(Scope scope, String clusterId, String otherId, String by) {
            done.add("merge " + clusterId + " " + otherId);
            return cluster(clusterId);
        }

        @Override
        public FailureCluster move(Scope scope, String clusterId, ClusterState state, long version, String by) {
            if (!refusal.isEmpty()) {
                throw new IllegalStateException(refusal);
            }
            done.add("move " + clusterId + " " + state + " " + version);
            return cluster(clusterId);
        }

        private static FailureCluster cluster(String id) {
            Signature signature = new Signature("execute_tool", "sql", "tool_error", "no such <id>", "middle");
            return new FailureCluster(
                    id,
                    "No such table",
                    "tool_error",
                    FailureClass.AGENT,
                    signature,
                    ClusterState.STABLE,
                    2,
                    2,
                    new Impact(10, Duration.ofSeconds(1)),
                    null,
                    null,
                    List.of("t1"),
                    4);
        }
    }
}
