package tacit.memory.recall.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;

/** Finds the files that a tool was called with. */
final class TouchedFiles {

    private static final Set<String> NAMES = Set.of(
            "path",
            "file",
            "filePath",
            "file_path",
            "filename",
            "outputPath",
            "output_path",
            "notebook_path",
            "target_file");
    private static final int LONGEST = 1_000;

    private TouchedFiles() {}

    static List<String> of(Span span) {
        String input = span.input();
        if (!span.operation().equals(Operation.EXECUTE_TOOL) || input == null || input.isBlank()) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        collect(Messages.json(input), paths);
        return List.copyOf(paths);
    }

    private static void collect(@Nullable JsonNode arguments, List<String> paths) {
        if (arguments == null || !arguments.isObject()) {
            return;
        }
        arguments.properties().forEach(field -> {
            JsonNode value = field.getValue();
            boolean path = NAMES.contains(field.getKey()) && value.isTextual();
            if (path && !value.textValue().isBlank() && value.textValue().length() <= LONGEST) {
                paths.add(value.textValue().strip());
            }
        });
    }
}
