package tacit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void writesNumbersTextsAndTruths() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("share", 0.5);
        figures.put("name", "a \"hen\"\n");
        figures.put("ready", true);

        assertThat(Figures.json(figures)).isEqualTo("{\"share\":0.5,\"name\":\"a \\\"hen\\\"\\n\",\"ready\":true}");
    }

    @Test
    void writesListsOfMaps() {
        Map<String, Object> row = Map.of("swapMs", Map.of("p50", 1.5));

        assertThat(Figures.json(Map.of("strategies", List.of(row, Map.of()))))
                .isEqualTo("{\"strategies\":[{\"swapMs\":{\"p50\":1.5}},{}]}");
    }
}
