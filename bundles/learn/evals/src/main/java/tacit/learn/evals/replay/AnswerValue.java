package tacit.learn.evals.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;

/**
 * What stands at one place of an answer.
 *
 * @param json the value; never missing
 */
record AnswerValue(JsonNode json) {

    /** Numbers are the same by their value, however they are written. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        boolean same = (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
        return same ? 0 : 1;
    };

    /** Whether it is this JSON; the order of an object's members does not matter. */
    boolean is(String expected) {
        return Json.read(expected).equals(BY_VALUE, json);
    }

    /** Whether a text occurs in one of its texts, numbers, truth values or names of members, however deep they stand. */
    boolean holds(String text) {
        return holds(json, text);
    }

    private static boolean holds(JsonNode value, String text) {
        if (!value.isContainerNode()) {
            return !value.isNull() && value.asText().contains(text);
        }
        Iterator<String> names = value.fieldNames();
        while (names.hasNext()) {
            if (names.next().contains(text)) {
                return true;
            }
        }
        for (JsonNode part : value) {
            if (holds(part, text)) {
                return true;
            }
        }
        return false;
    }

    /** The number, the characters of the text, or the elements of the list; empty for anything else. */
    Optional<BigDecimal> size() {
        if (json.isNumber()) {
            return Optional.of(json.decimalValue());
        }
        if (json.isTextual()) {
            String text = json.textValue();
            return Optional.of(BigDecimal.valueOf(text.codePointCount(0, text.length())));
        }
        return json.isArray() ? Optional.of(BigDecimal.valueOf(json.size())) : Optional.empty();
    }

    boolean isList() {
        return json.isArray();
    }

    /** The place of the first element, from this place on, that holds a text; -1 where none does. */
    int indexOf(String text, int from) {
        for (int index = from; index < json.size(); index++) {
            if (holds(json.get(index), text)) {
                return index;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
