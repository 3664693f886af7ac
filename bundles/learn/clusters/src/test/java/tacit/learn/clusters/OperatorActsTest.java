package tacit.learn.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.clusters.Samples.NOON;
import static tacit.learn.clusters.Samples.at;
import static tacit.learn.clusters.Samples.failure;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterListener;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Severity;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;

@EachDatabase
class OperatorActsTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final String NO_FIELD = "Request failed: the record has no field <text>";
    private static final String QUIET = "Request failed: nobody answered within <n> seconds";

    private final ListAuditLog audit = new ListAuditLog();
    private SqlFailureClusters clusters;

    @BeforeEach
    void open(Database database) {
        clusters = new SqlFailureClusters(database, audit, Clock.fixed(NOON, ZoneOffset.UTC), 0.65);
        assign(failure("a", "t1", NO_FIELD), failure("b", "t2", NO_FIELD), failure("c", "t3", QUIET));
    }

    @Test
    void splitsMembersIntoAFamilyThatLaterFailuresFollow() {
        FailureCluster split = clusters.split(SCOPE, cluster("a").id(), List.of("a"), "ada");

        assign(failure("d", "t4", NO_FIELD));

        assertThat(cluster("a").id()).isEqualTo(split.id());
        assertThat(cluster("d").id()).isEqualTo(split.id());
        assertThat(cluster("b").id()).isNotEqualTo(split.id());
    }

    @Test
    void keepsASplitWhenTheTraceIsMinedAgain() {
        FailureCluster split = clusters.split(SCOPE, cluster("a").id(), List.of("b"), "ada");

        clusters.assign(SCOPE, List.of("t1"), List.of(at(failure("a", "t1", NO_FIELD), NOON.minusSeconds(1))));

        assertThat(cluster("a").id()).isNotEqualTo(split.id());
        assertThat(cluster("b").id()).isEqualTo(split.id());
    }

    @Test
    void splitsTheSameMembersAgainAfterAMerge() {
        String family = cluster("a").id();
        FailureCluster first = clusters.split(SCOPE, family, List.of("a"), "ada");
        clusters.merge(SCOPE, family, first.id(), "ada");

        FailureCluster second = clusters.split(SCOPE, family, List.of("a"), "ada");

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void tellsListenersOfAMoveThatIsDurable() {
        List<FailureCluster> told = new ArrayList<>();
        clusters.addListener((scope, cluster) -> {
            throw new IllegalStateException("broken");
        });
        ClusterListener listener = (scope, cluster) -> {
            assertThat(clusters.find(scope, cluster.id())).contains(cluster);
            told.add(cluster);
        };
        clusters.addListener(listener);
        FailureCluster family = cluster("a");

        FailureCluster moved = clusters.move(SCOPE, family.id(), ClusterState.DISMISSED, family.version(), "ada");
        assertThatThrownBy(() -> clusters.move(SCOPE, family.id(), ClusterState.OPEN, moved.version(), "ada"))
                .isInstanceOf(IllegalStateException.class);
        clusters.removeListener(listener);
        clusters.move(SCOPE, family.id(), ClusterState.REOPENED, moved.version(), "ada");

        assertThat(told).containsExactly(moved);
        assertThat(moved.state()).isEqualTo(ClusterState.DISMISSED);
    }

    @Test
    void refusesToSplitOffAllMembersOrForeignOnes() {
        String id = cluster("a").id();

        assertThatThrownBy(() -> clusters.split(SCOPE, id, List.of("a", "b"), "ada"))
                .hasMessageContaining("must leave a member");
        assertThatThrownBy(() -> clusters.split(SCOPE, id, List.of("c"), "ada"))
                .hasMessageContaining("must be members");
        assertThatThrownBy(() -> clusters.split(SCOPE, id, List.of(), "ada")).hasMessageContaining("must be members");
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void mergesFamiliesSoThatLaterFailuresFollow() {
        FailureCluster merged =
                clusters.merge(SCOPE, cluster("a").id(), cluster("c").id(), "ada");

        assign(failure("d", "t4", QUIET));

        assertThat(merged.count()).isEqualTo(3);
        assertThat(cluster("d").id()).isEqualTo(merged.id());
        assertThat(cluster("d").count()).isEqualTo(4);
    }

    @Test
    void refusesToMergeTheEnvironmentIntoTheAgent() {
        assign(failure("e", "t5", QUIET, FailureClass.ENVIRONMENT, Severity.LOW));
        String agent = cluster("a").id();
        String environment = cluster("e").id();

        assertThatThrownBy(() -> clusters.merge(SCOPE, agent, environment, "ada"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("environment");
        assertThatThrownBy(() -> clusters.merge(SCOPE, agent, agent, "ada")).hasMessageContaining("another cluster");
    }

    @Test
    void writesTheAuditLogBeforeTheEffect() {
        FailureCluster cluster = cluster("a");
        audit.broken = true;

        assertThatThrownBy(() -> clusters.move(SCOPE, cluster.id(), ClusterState.DISMISSED, cluster.version(), "ada"))
                .hasMessage("The log is full");

        assertThat(cluster("a")).isEqualTo(cluster);
    }

    @Test
    void saysInTheAuditLogWhoDidWhat() {
        FailureCluster cluster = cluster("a");

        clusters.move(SCOPE, cluster.id(), ClusterState.DISMISSED, cluster.version(), "ada");

        AuditEntry entry = audit.entries.get(0);
        assertThat(List.of(entry.actor(), entry.action(), entry.subject()))
                .containsExactly("ada", "cluster.dismiss", cluster.id());
    }

    @Test
    void refusesAMoveByAnOldVersion() {
        FailureCluster seen = cluster("a");
        clusters.move(SCOPE, seen.id(), ClusterState.MITIGATED, seen.version(), "ada");

        assertThatThrownBy(() -> clusters.move(SCOPE, seen.id(), ClusterState.DISMISSED, seen.version(), "bob"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version");
    }

    @Test
    void staysDismissedUntilAnOperatorReopensIt() {
        move("a", ClusterState.DISMISSED);
        assign(failure("d", "t4", NO_FIELD));
        assertThat(cluster("a").state()).isEqualTo(ClusterState.DISMISSED);

        move("a", ClusterState.REOPENED);
        assertThat(cluster("a").state()).isEqualTo(ClusterState.REOPENED);
    }

    @Test
    void reopensWhenItsSignatureReturnsAfterItWasMended() {
        move("a", ClusterState.MITIGATED);

        assign(at(failure("d", "t4", NO_FIELD), NOON.plusSeconds(60)));

        assertThat(cluster("a").state()).isEqualTo(ClusterState.REOPENED);
    }

    @Test
    void staysMendedWhenAnOlderRunArrivesLate() {
        move("a", ClusterState.MITIGATED);

        assign(at(failure("d", "t4", NO_FIELD), NOON.minusSeconds(60)));

        assertThat(cluster("a").state()).isEqualTo(ClusterState.MITIGATED);
    }

    private void move(String member, ClusterState state) {
        FailureCluster cluster = cluster(member);
        clusters.move(SCOPE, cluster.id(), state, cluster.version(), "ada");
    }

    private FailureCluster cluster(String member) {
        PageRequest all = PageRequest.first(1000);
        return clusters.list(SCOPE, ClusterFilter.ALL, all).rows().stream()
                .filter(cluster -> clusters.members(SCOPE, cluster.id(), all).rows().stream()
                        .anyMatch(found -> found.record().id().equals(member)))
                .findFirst()
                .orElseThrow();
    }

    private void assign(FailureRecord... failures) {
        clusters.assign(SCOPE, Samples.traces(List.of(failures)), List.of(failures));
    }
}
