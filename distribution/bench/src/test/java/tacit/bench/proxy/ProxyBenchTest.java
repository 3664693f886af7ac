package tacit.bench.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyBenchTest {

    @Test
    @SuppressWarnings("unchecked")
    void measuresEachKindOfCallAtOneAndFourThreads() throws Exception {
        List<Map<String, Object>> rows = (List<Map<String, Object>>) new ProxyBench()
                .run(List.of("--same-process", "--millis", "20"))
                .get("proxy");

        assertThat(rows).extracting(row -> row.get("threads")).containsExactly(1, 4);
        assertThat(rows).allSatisfy(row -> {
            assertThat((Double) row.get("directNs")).isPositive();
            assertThat((Double) row.get("facadeNs")).isPositive();
            assertThat((Double) row.get("everyCallRecordedNs")).isPositive();
        });
    }

    @Test
    void saysWhetherTheOverheadIsUnderItsBar() {
        Map<String, Object> good = ProxyBench.row(1, 60, Map.of("direct", 2.04, "facade", 61.0, "recorded", 4000.0));
        Map<String, Object> bad = ProxyBench.row(1, 60, Map.of("direct", 2.0, "facade", 62.0, "recorded", 4000.0));

        assertThat(good).containsEntry("overheadNs", 59.0).containsEntry("underBar", true);
        assertThat(bad).containsEntry("overheadNs", 60.0).containsEntry("underBar", false);
    }

    @Test
    void answersThroughEachFacadeAsTheProviderDoes() {
        ProxyCalls calls = new ProxyCalls();
        calls.record();
        try {
            assertThat(calls.facade()).isEqualTo(calls.direct());
            assertThat(calls.recorded()).isEqualTo(calls.direct());
        } finally {
            calls.close();
        }
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatThrownBy(() -> new ProxyBench().run(List.of("--millis", "0")))
                .hasMessage("--millis must be a number of at least 1, got '0'");
    }
}
