package tacit.api.recall;

import java.util.List;
import java.util.Map;
import tacit.api.recall.RecallAnswer.Failure;

/**
 * What a tool answers. Immutable.
 *
 * @param rows what was found or done, each as texts, numbers, truths, lists and maps by name
 * @param failures parts that did not answer
 */
public record ToolAnswer(List<Map<String, Object>> rows, List<Failure> failures) {

    public ToolAnswer {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    /** With nothing missing. */
    public static ToolAnswer of(List<Map<String, Object>> rows) {
        return new ToolAnswer(rows, List.of());
    }
}
