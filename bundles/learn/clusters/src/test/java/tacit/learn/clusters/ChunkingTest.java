package tacit.learn.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.TestDatabase;

@EachDatabase
class ChunkingTest {

    private static final List<String> WORDS = List.of(
            "no", "field", "record", "answer", "in", "time", "the", "such", "<text>", "<n>", "limit", "ValueError:");

    @Test
    void findsTheSameFamiliesHoweverTheTracesAreCut(TestDatabase database) {
        SqlFailureClusters clusters = new SqlFailureClusters(
                database.database(), new ListAuditLog(), Clock.fixed(Samples.NOON, ZoneOffset.UTC), 0.65);
        Random random = new Random(7);
        for (int round = 0; round < 10; round++) {
            List<FailureRecord> failures = failures(random, 60);
            Scope whole = Scope.ofWorkspace("whole-" + round);
            Scope cut = Scope.ofWorkspace("cut-" + round);

            assign(clusters, whole, failures, failures.size());
            assign(clusters, cut, failures, 1 + random.nextInt(9));
            assign(clusters, cut, failures, 1 + random.nextInt(9));

            assertThat(sums(clusters, cut)).isEqualTo(sums(clusters, whole));
        }
    }

    private static void assign(SqlFailureClusters clusters, Scope scope, List<FailureRecord> failures, int size) {
        for (int from = 0; from < failures.size(); from += size) {
            List<FailureRecord> chunk = failures.subList(from, Math.min(from + size, failures.size()));
            clusters.assign(scope, Samples.traces(chunk), chunk);
        }
    }

    private static List<String> sums(SqlFailureClusters clusters, Scope scope) {
        return clusters.list(scope, ClusterFilter.ALL, PageRequest.first(1000)).rows().stream()
                .map(ChunkingTest::sum)
                .toList();
    }

    private static String sum(FailureCluster cluster) {
        return cluster.id() + " " + cluster.count() + " " + cluster.traces() + " " + cluster.state() + " "
                + cluster.title();
    }

    private static List<FailureRecord> failures(Random random, int count) {
        List<FailureRecord> failures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> words = new ArrayList<>();
            for (int word = 0; word <= random.nextInt(5); word++) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            failures.add(Samples.failure("f" + i, "t" + i, String.join(" ", words)));
        }
        return failures;
    }
}
