package tacit.pulse.signals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.SignalDraft;

/**
 * The texts of a draft, without secrets and within bounds. Immutable.
 *
 * @param said the whole reason without secrets, of which the fingerprint is taken
 * @param reason as it is kept
 * @param fingerprint that was given; null for none
 */
record CleanDraft(
        SignalDraft draft,
        String said,
        @Nullable String reason,
        @Nullable String fingerprint,
        Map<String, String> payload,
        List<String> evidence) {

    static final int LONGEST_REASON = 1000;
    static final int LONGEST_FINGERPRINT = 200;

    private static final int LONGEST_SAID = 20_000;
    private static final int LONGEST_VALUE = 4000;
    private static final int LONGEST_NAME = 500;

    static CleanDraft of(SignalDraft draft, Redactor redactor) {
        bounded("reason", draft.reason(), LONGEST_SAID);
        bounded("fingerprint", draft.fingerprint(), LONGEST_SAID);
        bounded("origin", draft.origin(), LONGEST_NAME);
        String said = draft.reason() == null
                ? ""
                : redactor.redact(draft.reason()).text().strip();
        return new CleanDraft(
                draft,
                said,
                said.isEmpty() ? null : cut(said, LONGEST_REASON),
                fingerprint(draft.fingerprint(), redactor),
                payload(draft.payload(), redactor),
                evidence(draft.evidence(), redactor));
    }

    private static List<String> evidence(List<String> references, Redactor redactor) {
        if (references.size() > Merge.MOST_EVIDENCE) {
            throw new IllegalArgumentException(
                    "evidence must have at most " + Merge.MOST_EVIDENCE + " references, got " + references.size());
        }
        for (String reference : references) {
            bounded("evidence", reference, LONGEST_NAME);
            if (reference.isBlank() || reference.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("evidence must hold references of one line");
            }
        }
        return references.stream()
                .map(reference -> redactor.redact(reference).text())
                .distinct()
                .toList();
    }

    private static @Nullable String fingerprint(@Nullable String given, Redactor redactor) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String clean = redactor.redact(given).text();
        return clean.length() > LONGEST_FINGERPRINT ? Fingerprint.digest(clean) : clean;
    }

    private static Map<String, String> payload(Map<String, String> given, Redactor redactor) {
        if (given.isEmpty()) {
            return Map.of();
        }
        if (given.size() > Merge.MOST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "payload must have at most " + Merge.MOST_PAYLOAD + " names, got " + given.size());
        }
        Map<String, String> clean = new TreeMap<>();
        given.forEach((name, value) -> {
            bounded("payload", name, LONGEST_NAME);
            bounded("payload." + name, value, LONGEST_VALUE);
            clean.put(
                    redactor.redact(name).text(),
                    redactor.secretName(name)
                            ? "[REDACTED:field]"
                            : redactor.redact(value).text());
        });
        return clean;
    }

    private static void bounded(String what, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new IllegalArgumentException(
                    what + " must have at most " + most + " characters, got " + text.length());
        }
    }

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
