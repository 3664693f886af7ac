package tacit.panel.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextFragment;

/** The pieces of a prompt that was tried out, each with what decided about it. Immutable. */
record Scored(AssembledContext context) {

    private static final int LONGEST = 300;
    private static final int MOST = 200;

    /** Values of the page: {@code taken} and {@code dropped}, in the order of the explanation, and {@code failures}. */
    Map<String, Object> values() {
        return Map.of(
                "taken", rows(true),
                "dropped", rows(false),
                "failures", context.explanation().failures());
    }

    private List<Map<String, Object>> rows(boolean kept) {
        return context.explanation().lines().stream()
                .filter(line -> line.kept() == kept)
                .limit(MOST)
                .map(this::row)
                .toList();
    }

    private Map<String, Object> row(ContextExplanation.Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", line.key().isEmpty() ? "not to be named here" : line.key());
        row.put("source", line.source());
        row.put("layer", line.layer());
        row.put("score", decimal(line.score()));
        List<String> parts = new ArrayList<>();
        line.parts().forEach((name, part) -> parts.add(name + " " + decimal(part)));
        row.put("parts", parts);
        row.put("tokens", line.tokens());
        row.put("reason", line.reason());
        if (line.kept()) {
            row.put("text", line.key());
            context.fragments().stream()
                    .filter(fragment -> fragment.source().equals(line.source())
                            && fragment.key().equals(line.key()))
                    .findFirst()
                    .ifPresent(fragment -> piece(row, fragment));
        }
        return row;
    }

    private static void piece(Map<String, Object> row, ContextFragment fragment) {
        String text = fragment.text();
        row.put("text", text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …");
        if (!fragment.memoryIds().isEmpty()) {
            row.put("memory", fragment.memoryIds().get(0));
        }
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
