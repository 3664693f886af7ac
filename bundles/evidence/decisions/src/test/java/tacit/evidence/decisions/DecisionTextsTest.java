package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Decision;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class DecisionTextsTest {

    @Test
    void putsATombstoneWhereATextStood(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        log.offer(Samples.decision(
                "d1", "[\"{\\\"text\\\":\\\"likes \\\\\\\"green\\\\\\\" tea\\\"}\"]", "\"K\\u00e4se\""));
        log.offer(Samples.decision("d2", "[\"other\"]", "null"));
        log.close();

        int changed = new DecisionTexts(database, log)
                .forget(Scope.ofWorkspace("w1"), List.of(), List.of("likes \"green\" tea", "Käse"));

        Decision decision = log.find("d1").orElseThrow();
        assertThat(changed).isEqualTo(1);
        assertThat(decision.situation().inputs()).contains("[deleted sha256:").doesNotContain("green");
        assertThat(decision.output()).startsWith("\"[deleted sha256:");
    }

    @Test
    void removesDecisionsThatNameTheUser(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        log.offer(Samples.decision("d1", "[{\"userId\":\"u1\"}]", "null"));
        log.offer(Samples.decision("d2", "[{\"userId\":\"u2\"}]", "null"));
        log.close();

        assertThat(new DecisionTexts(database, log).forgetUser(new Scope("w1", "u1")))
                .isEqualTo(1);

        assertThat(log.find("d1")).isEmpty();
        assertThat(log.find("d2")).isPresent();
    }
}
