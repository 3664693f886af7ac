package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** Numbers and truth values, exactly. */
enum NumberForm implements Form {
    INTEGER(Integer.class, "a whole number of 32 bits") {
        @Override
        void put(Object value, Sheet sheet) throws IOException {
            sheet.json().writeNumber((Integer) value);
        }

        @Override
        public Object read(JsonNode node, String place) {
            return accepted(node.isIntegralNumber() && node.canConvertToInt(), node, place)
                    .intValue();
        }
    },
    LONG(Long.class, "a whole number of 64 bits") {
        @Override
        void put(Object value, Sheet sheet) throws IOException {
            sheet.json().writeNumber((Long) value);
        }

        @Override
        public Object read(JsonNode node, String place) {
            return accepted(node.isIntegralNumber() && node.canConvertToLong(), node, place)
                    .longValue();
        }
    },
    DOUBLE(Double.class, "a number") {
        @Override
        void put(Object value, Sheet sheet) throws IOException {
            double number = (Double) value;
            if (Double.isFinite(number)) {
                sheet.json().writeNumber(number);
            } else {
                sheet.json().writeString(Double.toString(number));
            }
        }

        @Override
        public Object read(JsonNode node, String place) {
            if (node.isTextual() && NOT_FINITE.contains(node.textValue())) {
                return Double.valueOf(node.textValue());
            }
            return accepted(node.isNumber() && Double.isFinite(node.doubleValue()), node, place)
                    .doubleValue();
        }
    },
    BOOLEAN(Boolean.class, "true or false") {
        @Override
        void put(Object value, Sheet sheet) throws IOException {
            sheet.json().writeBoolean((Boolean) value);
        }

        @Override
        public Object read(JsonNode node, String place) {
            return accepted(node.isBoolean(), node, place).booleanValue();
        }
    };

    /** What JSON has no number for is written as text. */
    static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

    private final Class<?> type;
    private final String wanted;

    NumberForm(Class<?> type, String wanted) {
        this.type = type;
        this.wanted = wanted;
    }

    abstract void put(Object value, Sheet sheet) throws IOException;

    @Override
    public void write(Object value, Sheet sheet) throws IOException {
        if (value.getClass() != type) {
            throw Refused.type(type, value);
        }
        put(value, sheet);
    }

    JsonNode accepted(boolean fits, JsonNode node, String place) {
        if (!fits) {
            throw Refused.node(place, wanted, node);
        }
        return node;
    }
}
