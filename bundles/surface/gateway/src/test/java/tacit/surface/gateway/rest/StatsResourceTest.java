package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureClusters;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallCounts;
import tacit.api.recall.RecallRequest;
import tacit.api.store.Page;
import tacit.runtime.testkit.openapi.Conformance;

class StatsResourceTest {

    @Test
    void countsWhatTheScopeHoldsAndHowRecallsWent() {
        StatsResource stats = new StatsResource(
                new FakeTraceStore(),
                empty(FailureClusters.class),
                empty(EvalCases.class),
                recall(new RecallCounts(7, 2, 1, "curated: too late")));

        JsonNode answer = Conformance.checked(stats, stats.handle(FakeCall.json("")));

        assertThat(answer.get("clusters").longValue()).isZero();
        assertThat(answer.get("recalls"))
                .hasToString("{\"queries\":7,\"failures\":2,\"unavailable\":1,\"lastFailure\":\"curated: too late\"}");
    }

    private static Recall recall(RecallCounts counts) {
        return new Recall() {

            @Override
            public RecallAnswer recall(RecallRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public RecallCounts counts() {
                return counts;
            }
        };
    }

    private static <T> T empty(Class<T> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (proxy, method, arguments) -> new Page<>(List.of(), 0, 0)));
    }
}
