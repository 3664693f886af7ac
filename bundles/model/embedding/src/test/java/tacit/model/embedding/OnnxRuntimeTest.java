package tacit.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.runtime.testkit.Configurations;

class OnnxRuntimeTest {

    private static OnnxRuntime.Config config(int threads, int longest) {
        return Configurations.of(OnnxRuntime.Config.class, Map.of("threads", threads, "longest", longest));
    }

    @Test
    void readsAtMostSoManyPiecesOfAText() throws Exception {
        try (OnnxModel brief = new OnnxRuntime(config(1, 16)).open("all-minilm-l6-v2-q")) {
            String beginning = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";

            assertThat(brief.embed(beginning + " fifteen sixteen")).containsExactly(brief.embed(beginning));
        }
    }

    @Test
    void workOfSeveralThreadsGivesAVectorToo() throws Exception {
        try (OnnxModel model = new OnnxRuntime(config(2, 64)).open("all-minilm-l6-v2-q")) {
            assertThat(model.embed("two threads")).hasSize(384);
        }
    }

    @Test
    void refusesMoreThreadsThanAnyMachineHas() {
        assertThatThrownBy(() -> new OnnxRuntime(config(100, 64))).hasMessage("threads must be in [1, 64], got 100");
    }
}
