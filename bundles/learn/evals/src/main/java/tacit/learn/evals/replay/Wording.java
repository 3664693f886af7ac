package tacit.learn.evals.replay;

import tacit.api.ingest.Redactor;

/** Words of people and pieces of answers as they may be kept and shown: without secrets, and bounded. Thread-safe. */
final class Wording {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_REASON = 1_000;

    private static final int QUOTE = 160;
    private static final int NAME = 60;

    private final Redactor redactor;

    Wording(Redactor redactor) {
        this.redactor = redactor;
    }

    String title(String text) {
        return cut(clean(text), LONGEST_TITLE);
    }

    String reason(String text) {
        return cut(clean(text), LONGEST_REASON);
    }

    /** A piece of an answer. */
    String quoted(String text) {
        return cut(clean(text), QUOTE);
    }

    /** A text that a check asks for; it was clean when the check was taken. */
    String named(String text) {
        return "'" + brief(text) + "'";
    }

    String brief(String text) {
        return cut(text, NAME);
    }

    boolean holdsSecret(String text) {
        return redactor.redact(text).count() > 0;
    }

    /** Before it is cut: half a secret is not known as one. */
    private String clean(String text) {
        return redactor.redact(text).text().strip();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
