package tacit.bench.load;

import java.util.List;

/**
 * One call and what came of it, as a line of text between processes. Immutable.
 *
 * @param atMicros when it was due, since the load began
 * @param micros from when it was due to its whole answer, so that a host which stands still is charged for all that waits
 * @param wrong why it does not count as answered; empty when it does
 */
record Answered(Kind kind, long atMicros, long micros, String wrong) {

    String line() {
        return kind + "\t" + atMicros + "\t" + micros + "\t" + wrong.replaceAll("\\s+", " ");
    }

    static Answered of(String line) {
        List<String> fields = List.of(line.split("\t", -1));
        if (fields.size() != 4) {
            throw new IllegalArgumentException("A line must have four fields, got '" + line + "'");
        }
        return new Answered(
                Kind.valueOf(fields.get(0)),
                Long.parseLong(fields.get(1)),
                Long.parseLong(fields.get(2)),
                fields.get(3));
    }

    boolean ok() {
        return wrong.isEmpty();
    }
}
