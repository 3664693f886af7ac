package tacit.learn.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.clusters.Samples.NOON;
import static tacit.learn.clusters.Samples.failure;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureFilter;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Severity;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.HeardEvents;
import tacit.runtime.testkit.ListAuditLog;

@EachDatabase
class SqlFailureClustersTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final PageRequest ALL = PageRequest.first(1000);
    private static final String NO_FIELD = "Request failed: the record has no field <text>";
    private static final String NO_FIELD_HERE = "Request failed: the record has no field <text> here";
    private static final String QUIET = "Request failed: nobody answered within <n> seconds";

    private SqlFailureClusters clusters;

    @BeforeEach
    void open(Database database) {
        clusters = new SqlFailureClusters(database, new ListAuditLog(), Clock.fixed(NOON, ZoneOffset.UTC), 0.65);
    }

    @Test
    void keepsFailuresAsTheyCame() {
        FailureRecord failure = failure("a", "t1", NO_FIELD);

        assign(failure);

        assertThat(clusters.failures(SCOPE, FailureFilter.ALL, ALL).rows()).containsExactly(failure);
    }

    @Test
    void givesAnEqualSignatureToTheSameFamily() {
        assign(failure("a", "t1", NO_FIELD), failure("b", "t2", NO_FIELD));

        FailureCluster only = only();
        assertThat(only.count()).isEqualTo(2);
        assertThat(only.traces()).isEqualTo(2);
        assertThat(only.impact().tokens()).isEqualTo(20);
        assertThat(only.impact().duration()).isEqualTo(Duration.ofMillis(500));
        assertThat(only.examples()).containsExactly("t1", "t2");
    }

    @Test
    void keepsTheScoreOfAMerge() {
        assign(failure("a", "t1", NO_FIELD));
        assign(failure("b", "t2", NO_FIELD_HERE));

        ClusterMember joined = members(only().id()).get(1);
        assertThat(joined.joinedBy()).isEqualTo("similarity");
        assertThat(joined.similarity()).isBetween(0.65, 0.999);
    }

    @Test
    void showsTheMembersOfAFamilyPageByPageAsTheyCame() {
        for (int i = 0; i < 7; i++) {
            assign(failure("f" + i, "t" + (7 - i), NO_FIELD));
        }
        assign(failure("other", "t8", QUIET));
        String family = clusters.familyOf(SCOPE, "f0").orElseThrow().id();

        List<ClusterMember> whole = members(family);
        List<ClusterMember> paged = new ArrayList<>();
        for (int from = 0; from < 7; from += 3) {
            Page<ClusterMember> page = clusters.members(SCOPE, family, new PageRequest(from, 3));
            assertThat(page.total()).isEqualTo(7);
            paged.addAll(page.rows());
        }

        assertThat(whole).hasSize(7).isEqualTo(paged);
        assertThat(clusters.failures(SCOPE, new FailureFilter(null, null, null, family), ALL)
                        .rows())
                .hasSize(7);
        assertThat(clusters.failures(SCOPE, new FailureFilter("t1", null, null, family), ALL)
                        .rows())
                .extracting(FailureRecord::id)
                .containsExactly("f6");
        assertThat(clusters.members(new Scope(SCOPE.workspaceId(), "nora"), family, ALL)
                        .rows())
                .isEmpty();
    }

    @Test
    void givesMembersThatAnOlderVersionWroteWhatTheirFailuresSay(Database database) {
        assign(failure("a", "t1", NO_FIELD), failure("b", "t2", NO_FIELD));
        FailureCluster before = only();
        List<ClusterMember> members = members(before.id());
        database.write(session -> session.update(
                "UPDATE cluster_members SET user_id = NULL, trace_id = NULL, tokens = 0, duration_micros = 0,"
                        + " occurred_at = NULL, critical = FALSE"));
        assertThat(only()).isNotEqualTo(before);

        open(database);

        assertThat(only()).isEqualTo(before);
        assertThat(members(before.id())).isEqualTo(members);
    }

    @Test
    void keepsDifferentCausesApart() {
        assign(failure("a", "t1", NO_FIELD), failure("b", "t1", QUIET));

        assertThat(all()).hasSize(2);
    }

    @Test
    void neverJoinsTheEnvironmentWithTheAgent() {
        assign(failure("a", "t1", NO_FIELD), failure("b", "t2", NO_FIELD, FailureClass.ENVIRONMENT, Severity.MEDIUM));

        assertThat(all()).hasSize(2);
        assertThat(all()).allMatch(cluster -> cluster.count() == 1);
    }

    @Test
    void tellsOfFamiliesThatChanged() {
        HeardEvents events = new HeardEvents();
        clusters.events = events;
        assign(failure("a", "t1", NO_FIELD));
        FailureCluster only = only();
        assign(failure("a", "t1", NO_FIELD));
        clusters.move(SCOPE, only.id(), ClusterState.DISMISSED, only.version(), "ada");

        assertThat(events.lines())
                .containsExactly(
                        "cluster.changed " + only.id() + " {state=open, version=" + only.version() + "}",
                        "cluster.changed " + only.id() + " {state=dismissed, version=" + (only.version() + 1) + "}");
    }

    @Test
    void changesNothingWhenATraceIsProcessedTwice() {
        assign(failure("a", "t1", NO_FIELD), failure("b", "t2", QUIET));
        List<FailureCluster> before = all();

        List<FailureCluster> changed = assign(failure("a", "t1", NO_FIELD), failure("b", "t2", QUIET));

        assertThat(changed).isEmpty();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void w4JoinsLikeWordingsOfOneCauseAndKeepsTheScore() {
        assign(failure("a", "t1", NO_FIELD), failure("b", "t2", NO_FIELD_HERE), failure("c", "t3", QUIET));

        assertThat(all()).hasSize(2);
        FailureCluster joined =
                all().stream().filter(family -> family.count() == 2).findFirst().orElseThrow();
        assertThat(members(joined.id()))
                .extracting(ClusterMember::joinedBy)
                .containsExactlyInAnyOrder("signature", "similarity");
        assertThat(members(joined.id()))
                .allSatisfy(member -> assertThat(member.similarity()).isBetween(0.65, 1.0));
    }

    @Test
    void w7CountsAFailureOnceHoweverOftenItsTraceIsProcessedAndLookedAt() {
        for (int round = 0; round < 5; round++) {
            assign(failure("a", "t1", NO_FIELD));
            all();
            members(only().id());
        }

        assertThat(only().count()).isEqualTo(1);
        assertThat(only().traces()).isEqualTo(1);
        assertThat(only().state()).isEqualTo(ClusterState.OPEN);
        assertThat(only().version()).isEqualTo(all().get(0).version());
    }

    @Test
    void w7LeavesADismissedFamilyDismissedWhenItHappensAgain() {
        assign(failure("a", "t1", NO_FIELD), failure("b", "t2", NO_FIELD));
        FailureCluster family = only();
        clusters.move(SCOPE, family.id(), ClusterState.DISMISSED, family.version(), "ada");

        assign(failure("c", "t3", NO_FIELD));

        assertThat(only().state()).isEqualTo(ClusterState.DISMISSED);
        assertThat(only().count()).isEqualTo(3);
    }

    @Test
    void replacesTheFailuresOfATraceThatIsMinedAgain() {
        assign(failure("a", "t1", NO_FIELD), failure("b", "t1", QUIET));

        clusters.assign(SCOPE, List.of("t1"), List.of(failure("c", "t1", QUIET)));

        assertThat(clusters.failures(SCOPE, FailureFilter.ALL, ALL).rows())
                .extracting(FailureRecord::id)
                .containsExactly("c");
        assertThat(all()).hasSize(1);
    }

    @Test
    void refusesFailuresOfTracesThatWereNotMined() {
        assertThatThrownBy(() -> clusters.assign(SCOPE, List.of("t2"), List.of(failure("a", "t1", NO_FIELD))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'t1'");
    }

    @Test
    void isStableOnlyOnceTwoTracesShowIt() {
        assign(failure("a", "t1", NO_FIELD), failure("b", "t1", NO_FIELD));
        assertThat(only().state()).isEqualTo(ClusterState.OPEN);

        assign(failure("c", "t2", NO_FIELD));
        assertThat(only().state()).isEqualTo(ClusterState.STABLE);
    }

    @Test
    void isStableAtOnceWhenCritical() {
        assign(failure("a", "t1", NO_FIELD, FailureClass.AGENT, Severity.CRITICAL));

        assertThat(only().state()).isEqualTo(ClusterState.STABLE);
    }

    @Test
    void listsTheGreatestImpactFirst() {
        assign(failure("a", "t1", QUIET), failure("b", "t2", NO_FIELD), failure("c", "t3", NO_FIELD));

        assertThat(all()).extracting(FailureCluster::count).containsExactly(2L, 1L);
    }

    @Test
    void listsOnlyWhatTheFilterAsksFor() {
        assign(failure("a", "t1", QUIET), failure("b", "t2", NO_FIELD), failure("c", "t3", NO_FIELD));

        ClusterFilter stable = new ClusterFilter(ClusterState.STABLE, "tool_error", FailureClass.AGENT);
        assertThat(clusters.list(SCOPE, stable, ALL).total()).isEqualTo(1);
    }

    @Test
    void showsNothingToAnotherWorkspaceOrUser() {
        assign(failure("a", "t1", NO_FIELD));
        String id = only().id();

        for (Scope other : List.of(Scope.ofWorkspace("other"), new Scope(SCOPE.workspaceId(), "someone"))) {
            assertThat(clusters.find(other, id)).isEmpty();
            assertThat(clusters.list(other, ClusterFilter.ALL, ALL).total()).isZero();
            assertThat(clusters.members(other, id, ALL).total()).isZero();
            assertThat(clusters.failures(other, FailureFilter.ALL, ALL).total()).isZero();
        }
    }

    @Test
    void refusesAThresholdThatMeansNothing(Database database) {
        assertThatThrownBy(() -> new SqlFailureClusters(database, new ListAuditLog(), Clock.systemUTC(), 0))
                .hasMessage("similarityThreshold must be in (0, 1], got 0.0");
    }

    private List<FailureCluster> assign(FailureRecord... failures) {
        return clusters.assign(SCOPE, Samples.traces(List.of(failures)), List.of(failures));
    }

    private List<FailureCluster> all() {
        return clusters.list(SCOPE, ClusterFilter.ALL, ALL).rows();
    }

    private FailureCluster only() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }

    private List<ClusterMember> members(String id) {
        return clusters.members(SCOPE, id, ALL).rows();
    }
}
