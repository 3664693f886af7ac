package tacit.bench.load;

import java.util.Locale;

/** What is asked of the host, and how often: shares of a hundred. */
enum Kind {
    INGEST(30),
    CONTEXT(30),
    RECALL(20),
    DECIDE(20);

    private final int share;

    Kind(int share) {
        this.share = share;
    }

    /** The kind for a number in [0, 100). */
    static Kind of(int number) {
        int rest = number;
        for (Kind kind : values()) {
            if (rest < kind.share) {
                return kind;
            }
            rest -= kind.share;
        }
        throw new IllegalArgumentException("number must be in [0, 100), got " + number);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
