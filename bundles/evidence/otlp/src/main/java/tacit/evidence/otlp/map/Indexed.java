package tacit.evidence.otlp.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Gathers flattened lists such as {@code llm.input_messages.0.message.role} by their index. */
final class Indexed {

    /** Indices that are not believed to be one. */
    private static final int MAX_DIGITS = 6;

    private Indexed() {}

    /** Takes every attribute {@code <prefix><number>.<field>}: by number, then by field. */
    static Map<Integer, Draft> take(Draft attributes, String prefix) {
        Map<Integer, Map<String, Object>> found = new TreeMap<>();
        attributes.rest().entrySet().removeIf(entry -> move(entry, prefix, found));
        Map<Integer, Draft> drafts = new TreeMap<>();
        found.forEach((index, fields) -> drafts.put(index, new Draft(fields)));
        return drafts;
    }

    private static boolean move(
            Map.Entry<String, Object> entry, String prefix, Map<Integer, Map<String, Object>> found) {
        String key = entry.getKey();
        if (!key.startsWith(prefix)) {
            return false;
        }
        int dot = key.indexOf('.', prefix.length());
        if (dot <= prefix.length() || dot - prefix.length() > MAX_DIGITS) {
            return false;
        }
        for (int i = prefix.length(); i < dot; i++) {
            if (key.charAt(i) < '0' || key.charAt(i) > '9') {
                return false;
            }
        }
        int index = Integer.parseInt(key, prefix.length(), dot, 10);
        found.computeIfAbsent(index, unused -> new LinkedHashMap<>()).put(key.substring(dot + 1), entry.getValue());
        return true;
    }
}
