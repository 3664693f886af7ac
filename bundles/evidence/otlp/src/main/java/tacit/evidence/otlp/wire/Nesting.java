package tacit.evidence.otlp.wire;

/** The bounds of attribute values. */
final class Nesting {

    /** How deep JSON may be nested to be read at all, so that one deep item does not cost its neighbours. */
    static final int JSON_DEPTH = 2_500;

    /** How deep protobuf messages may be nested; reading them takes stack. */
    static final int PROTOBUF_DEPTH = 200;

    /** How deep JSON inside a text may be nested to be unpacked. */
    static final int TEXT_DEPTH = 100;

    /** How deep the value of an attribute may be nested to be taken. */
    private static final int VALUE_DEPTH = 32;

    private Nesting() {}

    static void check(int depth) {
        if (depth > VALUE_DEPTH) {
            throw new BadItemException("attribute value must be nested at most " + VALUE_DEPTH + " levels deep");
        }
    }

    /** A number that JSON can hold: what is not finite becomes text. */
    static Object number(double value) {
        if (Double.isFinite(value)) {
            return value;
        }
        return Double.toString(value);
    }
}
