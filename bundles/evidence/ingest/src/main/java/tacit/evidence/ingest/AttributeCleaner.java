package tacit.evidence.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.ingest.Redactor;

/** Makes attribute values fit to be stored, at every level of nesting. Confined to one call of ingest. */
final class AttributeCleaner {

    /** Says on a trace, span or event how many attributes were left out. */
    static final String LEFT_OUT = "tacit.attributes_left_out";

    private static final String SECRET = "[REDACTED:field]";
    private static final String TOO_DEEP = "[... nested too deeply ...]";

    private final TextCleaner texts;
    private final Redactor redactor;
    private final IngestBounds bounds;

    AttributeCleaner(TextCleaner texts, Redactor redactor, IngestBounds bounds) {
        this.texts = texts;
        this.redactor = redactor;
        this.bounds = bounds;
    }

    Map<String, Object> clean(Map<String, Object> attributes) {
        Map<String, Object> clean = entries(attributes, bounds.attributes(), 0);
        if (attributes.size() > bounds.attributes()) {
            texts.countTruncation();
            clean.put(LEFT_OUT, (long) attributes.size() - bounds.attributes());
        }
        return clean;
    }

    private Map<String, Object> entries(Map<?, ?> entries, int limit, int depth) {
        Map<String, Object> clean = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            if (clean.size() == limit) {
                break;
            }
            String key = String.valueOf(entry.getKey());
            Object value = entry.getValue();
            clean.put(texts.key(key), redactor.secretName(key) ? secret(value) : value(value, depth));
        }
        return clean;
    }

    private Object secret(Object value) {
        if (value instanceof Boolean
                || value.equals("")
                || String.valueOf(value).startsWith("[REDACTED:")) {
            return value;
        }
        texts.countRedaction();
        return SECRET;
    }

    private Object value(Object value, int depth) {
        if (value instanceof String text) {
            return texts.required(text);
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : number.toString();
        }
        if (value instanceof List<?> list) {
            return depth >= bounds.depth() ? tooDeep() : elements(list, depth + 1);
        }
        if (value instanceof Map<?, ?> map) {
            return depth >= bounds.depth() ? tooDeep() : nested(map, depth + 1);
        }
        return value;
    }

    private List<Object> elements(List<?> list, int depth) {
        List<Object> clean = new ArrayList<>();
        for (Object element : list.subList(0, Math.min(list.size(), bounds.elements()))) {
            clean.add(value(element, depth));
        }
        if (list.size() > bounds.elements()) {
            texts.countTruncation();
        }
        return clean;
    }

    private Map<String, Object> nested(Map<?, ?> map, int depth) {
        if (map.size() > bounds.elements()) {
            texts.countTruncation();
        }
        return entries(map, bounds.elements(), depth);
    }

    private String tooDeep() {
        texts.countTruncation();
        return TOO_DEEP;
    }
}
