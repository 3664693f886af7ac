package tacit.bench.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelProxyBenchTest {

    @Test
    void comparesRoundByRound() {
        assertThat(ModelProxyBench.added(List.of(1.0, 5.0), List.of(2.5, 4.0))).containsExactly(1.5, -1.0);
    }

    @Test
    void tellsWhatShareTookNoLonger() {
        assertThat(ModelProxyBench.percentiles(List.of(4.0, 1.0, 3.0, 2.0)))
                .isEqualTo(Map.of("p50", 2.0, "p95", 4.0, "p99", 4.0));
    }

    @Test
    void asksOfWhatItRemembers() {
        assertThat(Memories.prompt(7)).contains(Memories.text(7)).isEqualTo(Memories.prompt(7));
        assertThat(Memories.text(7)).isNotEqualTo(Memories.text(8));
    }

    @Test
    void countsPromptsThatHoldAContext() throws Exception {
        try (StandInModel model = new StandInModel()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(model.address() + "/chat/completions"))
                    .POST(BodyPublishers.ofString("{\"a\":\"<tacit_context id=1>\"}"))
                    .build();

            String answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();

            assertThat(answer).contains("\"finish_reason\":\"stop\"");
            assertThat(model.contexts()).isEqualTo(1);
        }
    }
}
