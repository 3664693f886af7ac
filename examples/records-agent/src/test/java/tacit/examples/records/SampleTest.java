package tacit.examples.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theSampleIsWhatTheAgentRecordsToday() throws Exception {
        byte[] recorded = Main.record("sample", 1, "");

        assertThat(Files.readAllBytes(Path.of("sample/records-agent.jsonl"))).isEqualTo(recorded);
    }

    @Test
    void everyRunIsATraceOfItsOwnWithATaskAndAnOutcome() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = new String(Main.record("sample", 2, ""), StandardCharsets.UTF_8)
                .lines()
                .toList();
        Set<String> traces = new HashSet<>();
        for (String line : lines) {
            JsonNode root = mapper.readTree(line).at("/resourceSpans/0/scopeSpans/0/spans/0");
            traces.add(root.path("traceId").asText());
            assertThat(root.toString()).contains("tacit.task.key", "gen_ai.evaluation.result");
        }

        assertThat(traces).hasSameSizeAs(lines);
    }

    @Test
    void theContextIsMarkedInWhatTheModelSaw() throws Exception {
        String line = new String(Main.record("told", 1, "WARD has BED_COUNT"), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(line).contains("<tacit_context>\\\\nWARD has BED_COUNT\\\\n</tacit_context>", "tacit.context.id");
    }
}
