package tacit.evidence.redaction;

/**
 * A stretch of text that is a secret.
 *
 * @param start its first character
 * @param end behind its last character
 * @param kind what it is, as the mark says it
 */
record Match(int start, int end, String kind) {

    /** How every mark begins. */
    static final String MARK = "[REDACTED:";

    /** Both stretches and what lies between, under the name of this one. */
    Match joined(Match other) {
        return new Match(Math.min(start, other.start), Math.max(end, other.end), kind);
    }
}
